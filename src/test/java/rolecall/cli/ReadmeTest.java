package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.policy.PolicyFile;
import rolecall.policy.PolicyTests;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final String README = read("README.md");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The fenced block behind {@code <!-- example: NAME -->}. */
  private static String example(String name) {
    Matcher matcher =
        Pattern.compile("<!-- example: " + name + " -->\n```[a-z]*\n(.*?)```", Pattern.DOTALL)
            .matcher(README);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(1);
  }

  private static List<String> fencedCommands() {
    return Pattern.compile("(?m)^```\n(.+)\n```$")
        .matcher(README)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void its_commands_are_those_that_a_clean_clone_is_tested_with() {
    assertThat(fencedCommands())
        .containsExactly(
            "./rolecall scan events/", "sam build && sam deploy --guided", "mvn -B -ntp verify");
    assertThat(read(".ci/run").lines().map(String::strip).toList())
        .anyMatch(line -> line.contains("./rolecall scan events/"))
        .contains("mvn -B -ntp verify");
  }

  @Test
  void its_alert_is_the_one_that_the_sample_raises() throws Exception {
    Ran ran =
        Ran.with("scan", "--format", "jsonl", "events/eventbridge/chime-slr-edit-refused.json");
    String sha256 = JsonReader.read(ran.out()).get("policy").get("sha256").text().orElseThrow();
    Json shown = JsonReader.read(example("jsonl").replace("\"…\"", "\"" + sha256 + "\""));
    assertThat(JsonReader.read(ran.out())).isEqualTo(shown);
  }

  @Test
  void its_letter_is_one_of_those_that_are_published() {
    String golden = read("src/test/resources/golden/alerts/behind-user.txt");
    assertThat(golden.substring(golden.indexOf("=== email\n") + "=== email\n".length()))
        .startsWith(example("letter"));
  }

  @Test
  void its_grant_is_a_grant_whose_tests_pass() {
    String policy =
        read("policies/default.yaml").replace("\ngrants: []\n", "\n" + example("grant"));
    PolicyFile file = PolicyFile.read("policy.yaml", policy.getBytes(StandardCharsets.UTF_8));
    assertThat(file.problems().render()).isEmpty();
    assertThat(file.loaded().orElseThrow().tests().run())
        .filteredOn(result -> result.subject().equals("chime-admins"))
        .hasSize(2)
        .extracting(PolicyTests.Result::failure)
        .allMatch(java.util.Optional::isEmpty);
  }

  @Test
  void its_table_of_rules_is_that_of_the_shipped_policy() {
    List<String> shipped =
        Pattern.compile("(?m)^  - id: (\\S+)\n    title: .+\n    severity: (\\S+)$")
            .matcher(read("policies/default.yaml"))
            .results()
            .map(match -> match.group(1) + " " + match.group(2))
            .toList();
    List<String> told =
        Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (info|low|medium|high|critical) \\|")
            .matcher(README)
            .results()
            .map(match -> match.group(1) + " " + match.group(2))
            .toList();
    assertThat(told).isEqualTo(shipped);
    assertThat(new TreeSet<>(told)).hasSizeGreaterThan(20);
  }
}
