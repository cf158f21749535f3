package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.RecentEvents;
import rolecall.report.Format;

/** What cannot be read, and what is too old to be remembered. */
class ReconcileTroubleTest extends ReconcileStage {
  private static final Duration KEPT = Duration.ofDays(14);

  @Test
  void a_region_that_cannot_be_read_outranks_what_was_missed() {
    recent.put("us-east-1", edit("a", "us-east-1", "2026-03-02T09:00:00Z", EDIT));
    recent.refuse("eu-west-1", RecentEvents.denied());
    Ran ran = run(request(Optional.empty(), Format.TABLE));
    assertThat(ran.out()).contains("111122223333/us-east-1             1             0");
    assertThat(ran.err())
        .startsWith(
            "rolecall: cloudtrail:eu-west-1: You may not look up events (AccessDeniedException)."
                + " Allow cloudtrail:LookupEvents to whoever calls, and let no other policy deny"
                + " it.\n");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void what_is_older_than_the_memory_is_told_and_never_counted_as_missed() {
    RememberingTable young = new RememberingTable(Instant.parse("2026-03-02T08:30:00Z"));
    young.note(seen("b", "09:15:00"));
    account.on("Query", young::answer);
    recent.put("us-east-1", edit("a", "08:29:59"), edit("b", "09:15:00"));
    Ran ran = us();
    assertThat(ran.out()).contains("us-east-1             1             1             0");
    assertThat(ran.err())
        .isEqualTo(
            """
            rolecall: the table rolecall-ToldTable remembers events from 2026-03-02T08:30:00Z on; what is older was not compared.
            rolecall: CloudTrail gave 1 event in 1 call, from 2026-03-02T08:30:00Z until 2026-03-02T10:00:00Z.
            """);
    assertThat(ran.code()).isZero();
  }

  @Test
  void nothing_from_before_fourteen_days_is_compared() throws IOException {
    Path log = folder.resolve("log.json");
    Instant begin = Instant.parse("2026-03-02T12:00:00Z").minus(KEPT);
    Files.writeString(
        log,
        "[%s,%s]"
            .formatted(
                record("a", OURS, "us-east-1", begin.minusSeconds(1).toString(), EDIT),
                record("b", OURS, "us-east-1", begin.toString(), EDIT)));
    Ran ran =
        run(request(Optional.of("us-east-1"), Format.TABLE, LONG_AGO, UNTIL, List.of(log), false));
    assertThat(ran.out()).contains("us-east-1             1             0             1");
    assertThat(ran.err())
        .startsWith("rolecall: the table rolecall-ToldTable remembers events from " + begin);
  }

  @Test
  void a_memory_that_does_not_reach_so_far_compares_nothing() {
    RememberingTable young = new RememberingTable(Instant.parse("2026-03-02T11:30:00.345Z"));
    young.note(seen("b", "11:30:00"));
    account.on("Query", young::answer);
    assertLost(
        "the table rolecall-ToldTable: It remembers events from 2026-03-02T11:30:00Z on, and only"
            + " events before 2026-03-02T10:00:00Z were to be compared. Wait, or name a later"
            + " --until.");
    account.on("Query", new RememberingTable(UNTIL)::answer);
    assertLost(
        "the table rolecall-ToldTable: It remembers no event, so nothing can be compared. Deploy"
            + " this version of the function, and compare what happens from then on.");
  }

  @Test
  void a_table_that_cannot_be_read_is_one_line_with_the_action_that_is_missing() {
    refuse("Query", Answers.jsonError(400, "AccessDeniedException", "no"));
    assertLost(
        "the monitor's memory: the table rolecall-ToldTable cannot be read: AWS denies the call"
            + " (AccessDeniedException). Allow dynamodb:Query on it to whoever calls, and"
            + " kms:Decrypt where it has a key of its own. Nothing was compared.");
    refuse("Query", Answers.jsonError(400, "ThrottlingException", "slow"));
    assertLost(
        "the monitor's memory: the table rolecall-ToldTable cannot be read: AWS throttles the"
            + " calls (ThrottlingException). Try again later; on-demand capacity helps a table"
            + " that stays so. Nothing was compared.");
    refuse("Query", Answers.jsonError(400, "ResourceNotFoundException", "none"));
    assertLost(
        "the monitor's memory: there is no table rolecall-ToldTable in this Region"
            + " (ResourceNotFoundException). Name the table by --table and its Region by"
            + " --region. Nothing was compared.");
    refuse("Query", Answers.jsonError(400, "ExpiredTokenException", "old"));
    assertLost(
        "the monitor's memory: the table rolecall-ToldTable cannot be read: the AWS credentials"
            + " have expired (ExpiredTokenException). Sign in again; a function gets new ones by"
            + " itself. Nothing was compared.");
  }

  @Test
  void a_stack_that_cannot_be_found_is_one_line_with_the_way_out() {
    account.on("DescribeStacks", asked -> noStack());
    assertLost(
        "the stack rolecall: There is no such stack with a ToldTable in this Region. Name it by"
            + " --stack, and its Region by --region or AWS_REGION. Or name its table by --table.");
    account.on("DescribeStacks", asked -> xmlError("AccessDenied", "no"));
    assertLost(
        "the stack rolecall: It cannot be looked at: AWS denies the call (AccessDenied). Allow"
            + " cloudformation:DescribeStacks to whoever calls. Or name its table by --table.");
    account.on("DescribeStacks", asked -> xmlError("ExpiredToken", "old"));
    assertLost(
        "the stack rolecall: It cannot be looked at: the AWS credentials have expired"
            + " (ExpiredToken). Sign in again; a function gets new ones by itself.");
    account.on("DescribeStacks", asked -> DoctoredAccount.stack("CREATE_COMPLETE", ""));
    account.on("ListStackResources", asked -> xmlError("AccessDenied", "no"));
    assertLost(
        "the stack rolecall: It cannot be looked at: AWS denies the call (AccessDenied). Allow"
            + " cloudformation:ListStackResources to whoever calls. Or name its table by --table.");
  }

  @Test
  void an_hour_that_cannot_be_read_is_told_and_the_others_are_compared() {
    recent.put("us-east-1", edit("a", "09:00:00"), edit("b", "08:00:00"), edit("c", "07:00:00"));
    table.note(seen("a", "09:00:00"));
    account.on(
        "Query",
        asked ->
            asked.text().contains("T08:00:00Z")
                ? Answers.jsonError(400, "AccessDeniedException", "no")
                : table.answer(asked));
    Ran ran = us();
    assertThat(ran.out())
        .contains("us-east-1             2             1             1    50.000 %\n");
    assertThat(ran.err())
        .isEqualTo(
            GAVE.formatted("3 events in 2 calls")
                + """
                rolecall: 1 event could not be compared.
                rolecall: the table rolecall-ToldTable cannot be read: AWS denies the call (AccessDeniedException). Allow dynamodb:Query on it to whoever calls, and kms:Decrypt where it has a key of its own.
                """);
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void a_table_that_answers_no_more_is_not_asked_for_every_event() {
    for (int hour = 1; hour < 10; hour++) {
      recent.put("us-east-1", edit("e" + hour, "0%d:00:00".formatted(hour)));
    }
    account.on(
        "Query",
        asked ->
            asked.text().contains("seen#")
                ? Answers.jsonError(400, "AccessDeniedException", "no")
                : table.answer(asked));
    Ran ran = us();
    assertThat(ran.err()).contains("rolecall: 9 events could not be compared.\n");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(aws.asked().stream().filter(asked -> asked.text().contains("seen#"))).hasSize(3);
  }

  private void refuse(String operation, Answer answer) {
    account.on(operation, asked -> answer);
  }

  /** One line, nothing compared, and not a clean end. */
  private void assertLost(String line) {
    Ran ran = us();
    assertThat(ran.err()).isEqualTo("rolecall: " + line + "\n");
    assertThat(ran.out())
        .startsWith("No findings in what could be read; what could not be read was not judged.\n");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(aws.asked().stream().map(DoctoredAccount::operation)).doesNotContain("LookupEvents");
  }
}
