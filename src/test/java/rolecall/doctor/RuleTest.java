package rolecall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final String WIDE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
  private static final Pattern RULE =
      Pattern.compile(
          "\\n  (\\w+):\\n    Type: AWS::Events::Rule\\n    Properties:\\n"
              + "(?:      EventBusName: .*\\n)?(?:      Name: (\\S+)\\n)?      State: (\\w+)\\n");

  private static String found(Rule rule, Map<String, String> states, Set<String> delivering) {
    return rule.troubles(states, delivering, "the buffer")
        .map(Rule.Trouble::found)
        .collect(Collectors.joining("; "));
  }

  /** The rules that a template has in a state of its own, not one of a parameter. */
  private static Map<String, String> inTemplate(String file) throws Exception {
    Map<String, String> rules = new TreeMap<>();
    Matcher matcher = RULE.matcher(Files.readString(Path.of(file)));
    while (matcher.find()) {
      rules.put(matcher.group(1) + " " + matcher.group(2), matcher.group(3));
    }
    return rules;
  }

  @Test
  void the_hub_has_exactly_the_rules_that_are_looked_at() throws Exception {
    Map<String, String> looked = new TreeMap<>();
    for (String prefix : List.of("", "Spoke")) {
      for (String id : Rule.IDS) {
        Rule rule = Rule.ofStack(prefix, id, "bus|name");
        String name = prefix.isEmpty() ? "null" : "rolecall-spoke-" + hyphened(id);
        looked.put(rule.id() + " " + name, rule.wide() ? WIDE : "ENABLED");
      }
    }
    assertThat(inTemplate("template.yaml")).isEqualTo(looked);
  }

  private static String hyphened(String id) {
    return id.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @Test
  void the_spoke_has_exactly_the_rules_that_are_looked_at_by_these_names() throws Exception {
    Map<String, String> looked = new TreeMap<>();
    Rule.ofSpoke()
        .forEach(rule -> looked.put(rule.id() + " " + rule.name(), rule.wide() ? WIDE : "ENABLED"));
    assertThat(inTemplate("spoke.yaml")).isEqualTo(looked);
  }

  @Test
  void a_rule_on_a_bus_of_its_own_is_named_behind_the_bus() {
    assertThat(Rule.ofStack("Spoke", "SignIns", "hub|hub-SpokeSignIns-1ABC").name())
        .isEqualTo("hub-SpokeSignIns-1ABC");
    assertThat(Rule.ofStack("", "SignIns", "rolecall-SignIns-1ABC").name())
        .isEqualTo("rolecall-SignIns-1ABC");
  }

  @Test
  void the_wide_state_is_wanted_where_the_template_has_it_and_welcome_elsewhere() {
    Rule wide = new Rule("Assumptions", "a", true);
    Rule plain = new Rule("IamEdits", "a", false);
    Set<String> delivering = Set.of("a");
    assertThat(found(wide, Map.of("a", WIDE), delivering)).isEmpty();
    assertThat(found(plain, Map.of("a", WIDE), delivering)).isEmpty();
    assertThat(found(plain, Map.of("a", "ENABLED"), delivering)).isEmpty();
    assertThat(found(wide, Map.of("a", "ENABLED"), delivering))
        .isEqualTo("Assumptions is ENABLED, so calls that only read stay out");
    assertThat(found(wide, Map.of("a", "DISABLED"), delivering))
        .isEqualTo("Assumptions is DISABLED");
    assertThat(found(plain, Map.of("a", "DISABLED"), delivering)).isEqualTo("IamEdits is DISABLED");
  }

  @Test
  void a_rule_that_is_gone_is_told_once_and_one_without_target_and_off_twice() {
    Rule rule = new Rule("IamEdits", "a", false);
    assertThat(found(rule, Map.of("b", "ENABLED"), Set.of("b"))).isEqualTo("IamEdits is gone");
    assertThat(found(rule, Map.of("a", "DISABLED"), Set.of("b")))
        .isEqualTo("IamEdits is DISABLED; IamEdits does not deliver to the buffer");
  }
}
