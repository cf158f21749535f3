package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
  private static final String REFUSED_EDIT =
      """
      {"eventVersion": "1.11", "eventID": "0a1b2c3d-0000-4000-8000-000000000001",
       "eventTime": "2026-03-02T09:14:07Z", "eventSource": "iam.amazonaws.com",
       "eventName": "AttachRolePolicy", "awsRegion": "us-east-1", "eventType": "AwsApiCall",
       "recipientAccountId": "111122223333", "readOnly": false, "managementEvent": true,
       "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/dana",
         "accountId": "111122223333", "userName": "dana", "principalId": "AIDAEXAMPLE0000000001",
         "accessKeyId": "AKIAEXAMPLE000000001"},
       "errorCode": "UnmodifiableEntityException",
       "errorMessage": "Cannot perform the operation on the protected role \
      'AWSServiceRoleForAmazonChime' - this role is only modifiable by AWS",
       "requestParameters": null, "responseElements": null}
      """;

  @TempDir private Path folder;
  private String log;

  @BeforeEach
  void write_a_log() throws IOException {
    log = write("log.json", REFUSED_EDIT);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void a_finding_ends_with_1_and_says_nothing_on_standard_error() {
    Ran ran = Ran.with("scan", log);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("high      chime-slr-edit-refused  dana")
        .contains("\nrecords 1 = ignored 0 + allowed 0 + observed 0 + alerted 1 + repeated 0");
  }

  @Test
  void fail_on_decides_when_findings_matter() {
    assertThat(Ran.with("scan", "--fail-on", "critical", log).code()).isZero();
    assertThat(Ran.with("scan", "--fail-on", "high", log).code()).isEqualTo(1);
    assertThat(Ran.with("scan", "--severity", "critical", log).code()).isEqualTo(1);
  }

  @Test
  void time_limits_ignore_what_lies_outside() {
    assertThat(Ran.with("scan", "--since", "2026-03-03", log).code()).isZero();
    assertThat(Ran.with("scan", "--until", "2026-03-02T09:14:07Z", log).code()).isZero();
    assertThat(Ran.with("scan", "--since", "2026-03-02", "--until", "2026-03-03", log).code())
        .isEqualTo(1);
  }

  @Test
  void a_missing_path_is_named_and_outranks_findings_in_the_rest() {
    String missing = folder.resolve("no\u001b[31mne.json").toString();
    Ran ran = Ran.with("scan", missing, log);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .startsWith("rolecall: " + folder.resolve("no\\u001b[31mne.json") + ": ")
        .hasLineCount(1);
    assertThat(ran.out()).contains("chime-slr-edit-refused");
  }

  @Test
  void standard_input_is_a_log() {
    Ran ran = Ran.with(REFUSED_EDIT, false, "scan", "--format", "jsonl", "-");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("\"input\":{\"file\":\"-\",\"record\":0}");
  }

  @Test
  void quiet_silences_notes_and_not_losses() throws IOException {
    String empty = write("empty.json", "");
    assertThat(Ran.with("scan", empty).err()).hasLineCount(1);
    assertThat(Ran.with("scan", "--quiet", empty).err()).isEmpty();
    assertThat(Ran.with("scan", "--quiet", folder.resolve("none").toString()).err())
        .hasLineCount(1);
  }

  @Test
  void a_broken_policy_is_told_whole_and_nothing_is_scanned() throws IOException {
    String policy = write("policy.yaml", "nmae: mine\nrules: 7\n");
    Ran ran = Ran.with("scan", "--policy", policy, log);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains(policy + ":1:1: ", policy + ":2:8: ", " | nmae: mine\n | ^")
        .endsWith("rolecall: nothing was scanned, because the policy has errors.\n");
  }

  @Test
  void exceptions_are_counted_by_name_and_announced_before_they_end() throws IOException {
    String policy =
        write(
            "policy.yaml",
            Files.readString(Path.of("policies/default.yaml"))
                .replace(
                    "\nexceptions: []\n",
                    """

                    exceptions:
                      - name: migration
                        owner: voice@example.com
                        reason: Dana moves the connectors.
                        expires: 2026-03-20
                        rules: [chime-slr-edit-refused]
                        when: {caller: {identities: ["arn:aws:iam::111122223333:user/dana"]}}
                    """));
    Ran ran = Ran.with("scan", "--policy", policy, log);
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .isEqualTo(
            "rolecall: The exception 'migration' of voice@example.com ends on 2026-03-20, in 18"
                + " days.\n");
    assertThat(ran.out()).contains("; 1 record excused by exceptions: migration 1\n");
    assertThat(Ran.with("scan", "--quiet", "--policy", policy, log).err()).isEmpty();
    assertThat(Ran.with("scan", "--format", "json", "--policy", policy, log).out())
        .contains("\"excusedBy\": {\n      \"migration\": 1\n    },");
  }

  @Test
  void a_policy_that_is_not_there_is_refused() {
    assertThat(Ran.with("scan", "--policy", "no-such.yaml", log))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: the policy no-such.yaml cannot be read: it does not exist. Name a policy"
                    + " file that you may read.\n",
                2));
  }

  @Test
  void a_terminal_gets_colour_and_a_file_does_not() throws IOException {
    assertThat(Ran.onTerminal("scan", "--quiet", log).out()).contains("\u001b[31mhigh\u001b[0m");
    assertThat(Ran.onTerminal("scan", "--quiet", "--no-color", log).out())
        .isEqualTo(Ran.with("scan", log).out());
    Path file = folder.resolve("out.txt");
    Ran.onTerminal("scan", "--quiet", "-o", file.toString(), log);
    assertThat(file).hasContent(Ran.with("scan", log).out());
  }

  @Test
  void progress_shows_on_a_terminal_only_and_not_when_quiet() {
    assertThat(Ran.onTerminal("scan", log).err()).contains("scan");
    assertThat(Ran.onTerminal("scan", "--quiet", log).err()).isEmpty();
  }

  @Test
  void results_in_a_file_are_the_same_bytes_and_leave_nothing_beside() throws IOException {
    Path file = folder.resolve("out.json");
    Ran ran = Ran.with("scan", "--format", "json", "-o", file.toString(), log);
    assertThat(ran).isEqualTo(new Ran("", "", 1));
    assertThat(file).hasContent(Ran.with("scan", "--format", "json", log).out());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("log.json", "out.json");
    }
  }

  @Test
  void an_output_that_cannot_be_written_is_refused_before_anything_is_read() {
    Path file = folder.resolve("none/out.json");
    assertThat(Ran.with("scan", "-o", file.toString(), "no-such-log"))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: cannot write %s: the folder %s does not exist. Name a file in a folder where you may write.\n"
                    .formatted(file, file.getParent()),
                2));
    assertThat(Ran.with("scan", "-o", folder.toString(), log).code()).isEqualTo(2);
  }

  @Test
  void a_failed_run_leaves_the_old_results() throws IOException {
    String old = write("out.json", "old");
    Ran.with("scan", "-o", old, "--policy", "no-such.yaml", log);
    assertThat(Path.of(old)).hasContent("old");
  }

  @Test
  void results_as_a_baseline_are_not_told_again() throws IOException {
    for (String format : List.of("json", "jsonl")) {
      String baseline = write("before", Ran.with("scan", "--format", format, log).out());
      Ran ran = Ran.with("scan", "--baseline", baseline, log);
      assertThat(ran.code()).as(format).isZero();
      assertThat(ran.out())
          .startsWith("No new findings: all were told before.\n")
          .contains("alerted 0 + repeated 1");
    }
  }

  @Test
  void a_baseline_that_is_no_result_is_refused_with_its_line() throws IOException {
    String table = write("table.txt", "\n" + Ran.with("scan", log).out());
    assertThat(Ran.with("scan", "--baseline", table, log))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: the baseline %s: line 2 is not JSON. Give the output of 'rolecall scan --format jsonl' or json.\n"
                    .formatted(table),
                2));
    assertThat(Ran.with("scan", "--baseline", log, log).err()).contains("line 1 is not JSON");
    String other = write("other.json", "{\"rule\":\"x\"}\n");
    assertThat(Ran.with("scan", "--baseline", other, log).err())
        .contains(": line 1 is no finding: it has no rule or no event.id. Give");
  }

  @Test
  void an_empty_baseline_is_one_with_nothing_in_it() throws IOException {
    assertThat(Ran.with("scan", "--baseline", write("none.jsonl", ""), log).code()).isEqualTo(1);
  }
}
