package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

/** The patterns stand in three places, and EventBridge must take them. */
class SamePatternsTest {
  private static final Template HUB = Template.hub();
  private static final Template SPOKE = Template.spoke();

  private static SequencedMap<String, Json> patterns(Template template, boolean onHubBus) {
    SequencedMap<String, Json> patterns = new LinkedHashMap<>();
    template
        .section("Resources")
        .forEach((name, resource) -> {
          Json properties = resource.get("Properties");
          Json pattern = properties.get("EventPattern");
          if (pattern.isPresent() && properties.get("EventBusName").isPresent() == onHubBus) {
            patterns.put(onHubBus ? name.substring("Spoke".length()) : name, pattern);
          }
        });
    return patterns;
  }

  /** Without what only the hub's own stack can name, which CloudFormation fills in. */
  private static Json withoutOwnNames(Json written) {
    return switch (written) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> kept = new LinkedHashMap<>();
        members.forEach((name, value) -> {
          if (!(name.equals("arn") && value.toString().contains("FunctionRole.Arn"))) {
            kept.put(name, withoutOwnNames(value));
          }
        });
        yield new Json.Obj(kept);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(
              items.stream()
                  .filter(item -> !(item.get("wildcard") instanceof Json.Obj))
                  .filter(item -> !item.get("Fn::GetAtt").isPresent())
                  .map(SamePatternsTest::withoutOwnNames)
                  .toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> written;
    };
  }

  private static final Json OWN_ROLES =
      new Json.Obj(Map.of("Fn::Sub", new Json.Str("${AWS::StackName}-")));

  /** The hub calls its roles after its stack, a spoke after the program. */
  private static Json withoutOwnRoles(Json written) {
    return switch (written) {
      case Json.Obj o when o.get("prefix").equals(OWN_ROLES) ->
          new Json.Obj(Map.of("prefix", new Json.Str("rolecall")));
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> replaced = new LinkedHashMap<>();
        members.forEach((name, value) -> replaced.put(name, withoutOwnRoles(value)));
        yield new Json.Obj(replaced);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(SamePatternsTest::withoutOwnRoles).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> written;
    };
  }

  @Test
  void the_hub_bus_and_the_spokes_let_the_same_through() {
    SequencedMap<String, Json> spoke = patterns(SPOKE, false);
    assertThat(spoke).hasSize(8);
    assertThat(patterns(HUB, true)).isEqualTo(spoke);
  }

  @Test
  void the_default_bus_lets_the_same_through_and_what_names_the_hub_itself() {
    SequencedMap<String, Json> generic = new LinkedHashMap<>();
    patterns(HUB, false)
        .forEach((name, pattern) -> generic.put(name, withoutOwnRoles(withoutOwnNames(pattern))));
    assertThat(generic).isEqualTo(patterns(SPOKE, false));
  }

  @Test
  void the_wide_state_stands_where_read_only_events_are_read_and_nowhere_else() {
    List<String> wide = new ArrayList<>();
    for (BusRules rules :
        List.of(
            BusRules.onDefaultBus("rolecall"), BusRules.onHubBus("rolecall"), BusRules.inSpoke())) {
      wide.add(
          rules.rules().stream()
              .filter(BusRule::wide)
              .map(rule -> rule.name().replace("Spoke", ""))
              .toList()
              .toString());
    }
    assertThat(wide).containsOnly("[Assumptions, SignIns, ChimeCalls]");
  }

  @Test
  void the_rule_of_STS_lists_exact_names() {
    Json detail =
        HUB.tree()
            .get("Resources")
            .get("Assumptions")
            .get("Properties")
            .get("EventPattern")
            .get("detail");
    assertThat(detail.get("eventName").items())
        .allSatisfy(name -> assertThat(name).isInstanceOf(Json.Str.class))
        .hasSize(7);
  }

  /** The default quota is 2,048 characters; a stack's name has at most 128. */
  @Test
  void no_pattern_is_longer_than_EventBridge_takes() {
    String longest = "s".repeat(128);
    Map<String, String> parameters = Map.of("PolicyBucket", "b".repeat(63));
    for (BusRule rule : BusRule.of(Template.hub().deploy(longest, parameters))) {
      assertThat(rule.characters()).as(rule.name()).isLessThanOrEqualTo(2048);
    }
    for (BusRule rule : BusRules.inSpoke().rules()) {
      assertThat(rule.characters()).as(rule.name()).isLessThanOrEqualTo(2048);
    }
  }

  /** Event Ruler's own measure: how many wildcards one character can keep alive at once. */
  @Test
  void no_pattern_has_more_wildcards_than_an_engine_likes() {
    for (BusRule rule : BusRules.onDefaultBus("rolecall").rules()) {
      assertThat(rule.complexity()).as(rule.name()).isLessThanOrEqualTo(30);
    }
  }
}
