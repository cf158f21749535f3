package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.aws.Answer;
import rolecall.aws.Asked;
import rolecall.ledger.SeenEvent;
import rolecall.report.Format;

class ReconcileCommandTest extends ReconcileStage {
  @Test
  void a_monitor_that_saw_everything_is_told_so() {
    recent.put("us-east-1", edit("a", "09:14:07"), edit("b", "09:15:00"), edit("c", "03:00:00"));
    recent.put("us-east-1", read("d", "09:16:00"));
    table.note(seen("a", "09:14:07"), seen("c", "03:00:00"));
    table.note(seen("b", "09:15:00"));
    assertThat(hashless(us()))
        .isEqualTo(
            new Ran(
                """
                Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

                ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
                111122223333/us-east-1             3             3             0   100.000 %

                No findings: no rule was broken.
                records 4 = ignored 4 + allowed 0 + observed 0 + alerted 0 + repeated 0 + unreadable 0
                1 input and 9 bytes read; 0 records excused by exceptions
                policy default, sha256 0123456789ab
                """,
                GAVE.formatted("4 events in 2 calls"), 0));
  }

  @Test
  void what_was_missed_is_listed_and_what_of_it_breaks_a_rule_is_a_finding() {
    recent.put("us-east-1", refused("a", "09:14:07"), edit("b", "09:15:00"), edit("c", "03:00:00"));
    recent.put("us-east-1", refused("d", "01:00:00"), read("e", "09:16:00"));
    table.note(seen("c", "03:00:00"), seen("d", "01:00:00"));
    assertThat(hashless(us()))
        .isEqualTo(
            new Ran(
                """
                Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

                ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
                111122223333/us-east-1             4             2             2    50.000 %

                Missed, and no rule minds:
                2026-03-02T09:15:00Z  111122223333/us-east-1  iam:CreateRole  b

                TIME                  SEVERITY  RULE                    WHO   ROLE                          ACCOUNT/REGION          OUTCOME  REASON
                2026-03-02T09:14:07Z  high      chime-slr-edit-refused  dana  AWSServiceRoleForAmazonChime  111122223333/us-east-1  refused  dana (iam-user) tried AttachRolePolicy on the Chime service-linked role...

                1 finding: 1 high
                records 5 = ignored 3 + allowed 1 + observed 0 + alerted 1 + repeated 0 + unreadable 0
                1 input and 9 bytes read; 0 records excused by exceptions
                policy default, sha256 0123456789ab
                """,
                GAVE.formatted("5 events in 3 calls"), 1));
  }

  @Test
  void one_document_has_the_coverage_as_a_member() {
    recent.put("us-east-1", edit("b", "09:15:00"), edit("c", "03:00:00"));
    table.note(seen("c", "03:00:00"));
    Ran ran = us(Format.JSON);
    assertThat(ran.out())
        .contains(
            """
              "coverage": {
                "since": "2026-03-01T12:00:00Z",
                "until": "2026-03-02T10:00:00Z",
                "expected": 2,
                "handled": 1,
                "missed": 1,
                "percent": 50.000,
                "unchecked": 0,
                "regions": [
                  {
                    "account": "111122223333",
                    "region": "us-east-1",
                    "expected": 2,
                    "handled": 1,
                    "missed": 1,
                    "percent": 50.000
                  }
                ],
                "missedQuietly": [
                  {
                    "id": "b",
                    "name": "CreateRole",
                    "source": "iam.amazonaws.com",
                    "time": "2026-03-02T09:15:00Z",
                    "account": "111122223333",
                    "region": "us-east-1"
                  }
                ],
                "moreMissedQuietly": 0
              },
            """);
    assertThat(ran.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "ocsf", "sarif", "csv"})
  void the_other_formats_are_those_of_a_scan_and_the_coverage_is_on_standard_error(String format) {
    recent.put("us-east-1", refused("a", "09:14:07"), edit("b", "09:15:00"), edit("c", "03:00:00"));
    table.note(seen("c", "03:00:00"));
    Ran ran = us(Format.of(format).orElseThrow());
    assertThat(ran.out()).contains("chime-slr-edit-refused").doesNotContain("EXPECTED");
    assertThat(ran.err())
        .isEqualTo(
            GAVE.formatted("3 events in 2 calls")
                + """
                Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

                ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
                111122223333/us-east-1             3             1             2    33.333 %

                Missed, and no rule minds:
                2026-03-02T09:15:00Z  111122223333/us-east-1  iam:CreateRole  b
                """);
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void one_event_missed_of_a_hundred_thousand_is_found() throws IOException {
    Path log = folder.resolve("log.jsonl");
    List<SeenEvent> handled = new ArrayList<>();
    try (Writer lines = Files.newBufferedWriter(log)) {
      for (int i = 0; i < 100_000; i++) {
        String time = SINCE.plusSeconds(i * 79L / 100).toString();
        lines.write(record("e" + i, OURS, "us-east-1", time, EDIT).replace("\n", "") + "\n");
        if (i != 77_777) {
          handled.add(seen("e" + i, "us-east-1", time));
        }
      }
    }
    table.note(handled);
    Ran ran = logs(log);
    assertThat(hashless(ran))
        .isEqualTo(
            new Ran(
                """
                Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

                ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
                111122223333/us-east-1       100,000        99,999             1    99.999 %

                Missed, and no rule minds:
                2026-03-02T05:04:03Z  111122223333/us-east-1  iam:CreateRole  e77777

                No findings: no rule was broken.
                records 100000 = ignored 99999 + allowed 1 + observed 0 + alerted 0 + repeated 0 + unreadable 0
                1 input and 9 bytes read; 0 records excused by exceptions
                policy default, sha256 0123456789ab
                """,
                "", 1));
  }

  @Test
  void the_list_of_what_no_rule_minds_is_bounded() throws IOException {
    Path log = folder.resolve("log.jsonl");
    Files.writeString(
        log,
        String.join(
            "\n",
            IntStream.range(0, 1234)
                .mapToObj(i -> "e%04d".formatted(i))
                .map(id -> record(id, OURS, "us-east-1", "2026-03-02T09:00:00Z", EDIT))
                .map(text -> text.replace("\n", ""))
                .toList()
                .reversed()));
    Ran ran = logs(log);
    assertThat(ran.out().lines().filter(line -> line.contains("iam:CreateRole")))
        .hasSize(50)
        .startsWith("2026-03-02T09:00:00Z  111122223333/us-east-1  iam:CreateRole  e0000")
        .endsWith("2026-03-02T09:00:00Z  111122223333/us-east-1  iam:CreateRole  e0049");
    assertThat(ran.out()).contains("e0049\nand 1,184 more\n");
  }

  @Test
  void logs_show_several_accounts_and_an_event_in_two_files_counts_once() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    String ours = record("a", OURS, "us-east-1", "2026-03-02T09:00:00Z", EDIT);
    String theirs = record("a", THEIRS, "us-east-1", "2026-03-02T09:00:00Z", EDIT);
    String ireland = record("b", THEIRS, "eu-west-1", "2026-03-02T08:00:00Z", REFUSED);
    Files.writeString(logs.resolve("1.json"), "[" + ours + "," + theirs + "]");
    Files.writeString(logs.resolve("2.json"), "[" + ireland + "," + theirs + "," + ireland + "]");
    table.note(seen("a", "09:00:00"));
    assertThat(hashless(logs(logs)))
        .isEqualTo(
            new Ran(
                """
                Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

                ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
                444455556666/eu-west-1             1             0             1     0.000 %
                444455556666/us-east-1             1             0             1     0.000 %
                111122223333/us-east-1             1             1             0   100.000 %
                all                                3             1             2    33.333 %

                Missed, and no rule minds:
                2026-03-02T09:00:00Z  444455556666/us-east-1  iam:CreateRole  a

                TIME                  SEVERITY  RULE                    WHO   ROLE                          ACCOUNT/REGION          OUTCOME  REASON
                2026-03-02T08:00:00Z  high      chime-slr-edit-refused  dana  AWSServiceRoleForAmazonChime  444455556666/eu-west-1  refused  dana (iam-user) tried AttachRolePolicy on the Chime service-linked role...

                1 finding: 1 high
                records 5 = ignored 1 + allowed 2 + observed 0 + alerted 1 + repeated 1 + unreadable 0
                2 inputs and 9 bytes read; 0 records excused by exceptions
                policy default, sha256 0123456789ab
                """,
                """
                rolecall: blind, since the monitor saw no event of them: 444455556666/eu-west-1, 444455556666/us-east-1. Deploy spoke.yaml there, with HubBusArn=arn:aws:events:us-east-1:111122223333:event-bus/rolecall-hub.
                """,
                1));
  }

  @Test
  void the_own_region_that_is_blind_is_a_case_for_the_doctor() {
    recent.put("us-east-1", edit("b", "09:15:00"));
    assertThat(us().err())
        .isEqualTo(
            GAVE.formatted("1 event in 1 call")
                + "rolecall: blind, since the monitor saw no event of them: 111122223333/us-east-1."
                + " Ask 'rolecall doctor --stack rolecall' what does not work.\n");
  }

  @Test
  void all_regions_are_asked_and_one_without_a_spoke_is_blind() {
    recent.put("us-east-1", edit("a", "us-east-1", "2026-03-02T09:00:00Z", EDIT));
    recent.put("eu-west-1", edit("b", "eu-west-1", "2026-03-02T09:00:00Z", EDIT));
    table.note(seen("a", "us-east-1", "2026-03-02T09:00:00Z"));
    Ran ran = run(request(Optional.empty(), Format.TABLE));
    assertThat(ran.out())
        .startsWith(
            """
            Compared with what the monitor handled: events from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.

            ACCOUNT/REGION              EXPECTED       HANDLED        MISSED    COVERAGE
            111122223333/eu-west-1             1             0             1     0.000 %
            111122223333/us-east-1             1             1             0   100.000 %
            all                                2             1             1    50.000 %
            """);
    assertThat(ran.err())
        .contains(
            "rolecall: blind, since the monitor saw no event of them: 111122223333/eu-west-1."
                + " Deploy spoke.yaml there, with"
                + " HubBusArn=arn:aws:events:us-east-1:111122223333:event-bus/rolecall-hub.\n");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void one_region_may_be_asked_whose_hub_is_in_another() {
    recent.put("eu-west-1", edit("b", "eu-west-1", "2026-03-02T09:00:00Z", EDIT));
    recent.put("us-east-1", edit("a", "us-east-1", "2026-03-02T09:00:00Z", EDIT));
    Function<Asked, Answer> here = asked -> DoctoredAccount.stack("CREATE_COMPLETE", "");
    account.on(
        "DescribeStacks",
        asked -> asked.signedIn().equals(Optional.of("us-east-1")) ? here.apply(asked) : noStack());
    table.note(seen("b", "eu-west-1", "2026-03-02T09:00:00Z"));
    Ran ran = run(request(Optional.of("eu-west-1"), Format.TABLE));
    assertThat(ran.out()).contains("111122223333/eu-west-1").doesNotContain("us-east-1");
    assertThat(ran.code()).isZero();
  }

  @Test
  void a_table_that_is_named_is_read_without_asking_for_the_stack() throws IOException {
    Path log = folder.resolve("log.json");
    Files.writeString(log, record("a", OURS, "us-east-1", "2026-03-02T09:00:00Z", EDIT));
    Ran ran =
        run(request(Optional.of("us-east-1"), Format.TABLE, SINCE, UNTIL, List.of(log), true));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("Deploy spoke.yaml there, with HubBusArn=");
    assertThat(aws.asked())
        .allSatisfy(asked -> assertThat(DoctoredAccount.operation(asked)).isEqualTo("Query"))
        .allSatisfy(asked -> assertThat(asked.text()).contains("\"TableName\":\"audit-table\""));
  }

  @Test
  void the_command_itself_asks_what_its_options_say() {
    System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
    System.setProperty("aws.secretAccessKey", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    try {
      recent.put("us-east-1", refused("a", "09:14:07"), edit("late", "10:00:00"));
      Ran ran =
          Ran.with(
              "reconcile",
              "--quiet",
              "--endpoint-url",
              aws.url(),
              "--region",
              "us-east-1",
              "--format",
              "jsonl");
      assertThat(ran.out()).contains("\"id\":\"a\"").hasLineCount(1);
      assertThat(ran.code()).isEqualTo(1);
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }
}
