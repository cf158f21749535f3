package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  private static void refuses(String words, String message, String help) {
    assertThat(Ran.with(words.split(" ")))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: %s\nrolecall: '%s --help' shows the right usage.\n"
                    .formatted(message, help),
                2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "scna events | there is no command 'scna'; did you mean scan?",
        "lint | there is no command 'lint'; did you mean rolecall policy lint?",
        "help | there is no command 'help'; did you mean --help?",
        "--formt json | there is no option '--formt'; did you mean rolecall scan --format?",
        "--format json | there is no option '--format'; did you mean rolecall scan --format?",
        "--versoin | there is no option '--versoin'; did you mean --version?",
        "src | there is no command 'src'; did you mean rolecall scan src?",
        "s3://b | there is no command 's3://b'; did you mean rolecall scan s3://b?",
      })
  void a_wrong_word_before_the_command(String words, String message) {
    refuses(words, message, "rolecall");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "scan | scan needs a PATH: a log file, a folder of log files, s3://BUCKET/PREFIX, or - for"
            + " standard input.",
        "scan --endpoint-url x s3://b | --endpoint-url takes an address such as"
            + " http://localhost:4566, not 'x'.",
        "scan --region US s3://b | --region takes the name of a Region such as us-east-1, not"
            + " 'US'.",
        "scan --formt=json | there is no option '--formt'; did you mean --format?",
        "scan --no-colour x | there is no option '--no-colour'; did you mean --no-color?",
        "scan -x | there is no option '-x'.",
        "scan --policy | --policy needs a value: FILE.",
        "scan --policy --quiet x | --policy needs a value: FILE.",
        "scan --format jsno x | --format takes table, json, jsonl, ocsf, sarif or csv, not 'jsno';"
            + " did you mean json?",
        "scan --format xml x | --format takes table, json, jsonl, ocsf, sarif or csv, not 'xml'.",
        "scan --fail-on never x | --fail-on takes info, low, medium, high or critical, not"
            + " 'never'.",
        "scan --severity hihg x | --severity takes info, low, medium, high or critical, not 'hihg';"
            + " did you mean high?",
        "scan --since monday x | --since takes a time such as 2026-03-02T09:00:00Z or a day such as"
            + " 2026-03-02, not 'monday'.",
        "scan --until 2026-02-30 x | --until takes a time such as 2026-03-02T09:00:00Z or a day"
            + " such as 2026-03-02, not '2026-02-30'.",
        "scan --since 2026-03-02 --until 2026-03-01 x | --since 2026-03-02 is after --until"
            + " 2026-03-01; no event could lie between them.",
        "scan - x - | - stands twice, and standard input can be read only once.",
        "scan --threads 0 x | --threads takes a whole number from 1 to 64, not '0'.",
        "scan --threads many x | --threads takes a whole number from 1 to 64, not 'many'.",
        "scan --quiet --quiet x | option '--quiet' should be specified only once",
      })
  void a_wrong_word_after_the_command(String words, String message) {
    refuses(words, message, "rolecall scan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "explain | explain | explain needs an EVENT-ID and a PATH: a log file, a folder of log"
            + " files, s3://BUCKET/PREFIX, or - for standard input.",
        "explain | explain x | explain needs an EVENT-ID and a PATH: a log file, a folder of log"
            + " files, s3://BUCKET/PREFIX, or - for standard input.",
        "explain | explain --format xml x y | --format takes text or json, not 'xml'.",
        "explain | explain --polcy x y z | there is no option '--polcy'; did you mean --policy?",
        "lineage | lineage | lineage needs an EVENT-ID, and a PATH unless it is to ask CloudTrail:"
            + " a log file, a folder of log files, s3://BUCKET/PREFIX, or - for standard input.",
        "lineage | lineage sha256:0123456789abcdef | sha256:0123456789abcdef stands for a record"
            + " without an id, which CloudTrail cannot be asked for; name the log that holds it.",
        "lineage | lineage --format xml x | --format takes text or json, not 'xml'.",
        "lineage | lineage --region A! x | --region takes the name of a Region such as us-east-1,"
            + " not 'A!'.",
        "lineage | lineage --policy x y z | there is no option '--policy'.",
        "reconcile | reconcile --stack 1st | --stack takes the name of a stack such as rolecall,"
            + " not '1st'.",
        "reconcile | reconcile --table a/b | --table takes the name of a table, not 'a/b'.",
        "reconcile | reconcile --since 10m | --since 10m is after --until 15m; no event could lie"
            + " between them.",
        "reconcile | reconcile --until soon | --until takes a length of time such as 24h or 7d, a"
            + " time such as 2026-03-02T09:00:00Z or a day such as 2026-03-02, not 'soon'.",
        "reconcile | reconcile - x - | - stands twice, and standard input can be read only once.",
        "reconcile | reconcile --fail-on low | there is no option '--fail-on'.",
        "policy | policy lnt | there is no command 'lnt'; did you mean lint?",
        "policy lint | policy lint a b | one policy at a time, please: name a single FILE.",
        "policy test | policy test --policy a b | one policy at a time, please: name a single"
            + " FILE.",
        "policy diff | policy diff a b | diff needs OLD and NEW, two policies, and a PATH with"
            + " logs.",
        "policy diff | policy diff a b - | diff reads its logs twice, and standard input can be"
            + " read once; name a file.",
      })
  void a_wrong_word_after_the_other_commands(String command, String words, String message) {
    refuses(words, message, "rolecall " + command);
  }

  @Test
  void an_empty_word_is_no_path() {
    assertThat(Ran.with("").err()).startsWith("rolecall: there is no command ''.\n");
  }

  @Test
  void a_word_cannot_steer_the_terminal() {
    assertThat(Ran.with("scan", "--format", "\u001b[2J\nx", "y").err())
        .startsWith(
            "rolecall: --format takes table, json, jsonl, ocsf, sarif or csv, not"
                + " '\\u001b[2J\\u000ax'.\n");
  }

  @Test
  void words_of_options_may_have_any_case() {
    assertThat(Ran.with("scan", "--format", "JSON", "--fail-on", "High", "no-such-file").err())
        .doesNotContain("--format", "--fail-on");
  }
}
