package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolecall.aws.Answers;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.aws.StandIn;
import rolecall.finding.Severity;
import rolecall.report.Format;

class LookupCommandTest {
  private static final String KEY_ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir private Path folder;
  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final RecentEvents recent = new RecentEvents(2);

  @BeforeEach
  void signIn() {
    System.setProperty(KEY_ID, "AKIAIOSFODNN7EXAMPLE");
    System.setProperty(SECRET, "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    aws.otherwise(recent);
  }

  @AfterEach
  void signOut() {
    System.clearProperty(KEY_ID);
    System.clearProperty(SECRET);
    aws.close();
  }

  @Test
  void a_region_is_asked_and_its_findings_are_told_as_those_of_a_scan() {
    recent.put("eu-west-1", refusedEdit("a", "09:14:07"), quiet("b", "09:15:00"));
    Ran ran = lookup("--region", "eu-west-1");
    assertThat(
            new Ran(
                ran.out().replaceFirst("sha256 [0-9a-f]{12}", "sha256 0123456789ab"),
                ran.err(),
                ran.code()))
        .isEqualTo(
            new Ran(
                """
                TIME                  SEVERITY  RULE                    WHO   ROLE                          ACCOUNT/REGION          OUTCOME  REASON
                2026-03-02T09:14:07Z  high      chime-slr-edit-refused  dana  AWSServiceRoleForAmazonChime  111122223333/us-east-1  refused  dana (iam-user) tried AttachRolePolicy on the Chime service-linked role...

                1 finding: 1 high
                records 2 = ignored 1 + allowed 0 + observed 0 + alerted 1 + repeated 0 + unreadable 0
                1 input and 1,374 bytes read; 0 records excused by exceptions
                policy default, sha256 0123456789ab
                """,
                """
                rolecall: CloudTrail gave 2 events in 1 call, from 2026-03-01T12:00:00Z until 2026-03-02T12:00:00Z.
                """,
                1));
  }

  @Test
  void the_formats_are_those_of_a_scan_and_name_the_region_as_the_input() throws IOException {
    recent.put("eu-west-1", quiet("b", "09:15:00"), refusedEdit("a", "09:14:07"));
    Path file = folder.resolve("log.json");
    Files.writeString(file, refusedEdit("a", "09:14:07").record().text().orElseThrow());
    Ran scan = Ran.with("scan", "--format", "jsonl", file.toString());
    Ran lookup = lookup("--quiet", "--format", "jsonl", "--region", "eu-west-1");
    assertThat(lookup.out())
        .isEqualTo(
            scan.out()
                .replace(file.toString(), "cloudtrail:eu-west-1")
                .replace("\"record\":0", "\"record\":1"));
    assertThat(lookup.err()).isEmpty();
    assertThat(
            lookup("--quiet", "--fail-on", "critical", "--region", "eu-west-1", "--since", "7d")
                .code())
        .isZero();
  }

  @Test
  void no_events_at_all_are_no_trouble() {
    Ran ran = lookup("--region", "eu-west-1", "--since", "2026-03-02", "--until", "2h");
    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .isEqualTo(
            "rolecall: CloudTrail gave 0 events in 1 call, from 2026-03-02T00:00:00Z until"
                + " 2026-03-02T10:00:00Z.\n");
    assertThat(ran.out()).contains("records 0 = ");
  }

  @Test
  void one_event_in_two_regions_is_told_once() {
    recent.put("eu-west-1", refusedEdit("a", "09:14:07"));
    recent.put("us-east-1", refusedEdit("a", "09:14:07"));
    Ran ran = all(Format.JSON, Optional.empty(), Optional.empty());
    assertThat(ran.out()).contains("\"records\": 2", "\"alerted\": 1", "\"repeated\": 1");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void an_event_that_cannot_be_read_is_told_and_its_neighbours_are_judged() {
    recent.put(
        "eu-west-1",
        Item.of("b", "2026-03-02T10:00:00Z", "{\"eventID\":"),
        refusedEdit("a", "09:14:07"));
    Ran ran = lookup("--quiet", "--format", "jsonl", "--region", "eu-west-1");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("chime-slr-edit-refused").hasLineCount(1);
    assertThat(ran.err())
        .startsWith(
            "rolecall: cloudtrail:eu-west-1: record 0 (byte 0): A LookupEvents item holds no JSON")
        .hasLineCount(1);
  }

  @Test
  void regions_that_are_off_are_named_and_no_failure() {
    recent.put("eu-west-1", refusedEdit("a", "09:14:07"));
    recent.refuse("me-south-1", RecentEvents.stranger());
    recent.refuse("af-south-1", RecentEvents.stranger());
    Ran ran = all(Format.JSONL, Optional.empty(), Optional.empty());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).hasLineCount(1);
    assertThat(ran.err())
        .startsWith(
            "rolecall: not read, since they are off for this account: af-south-1, me-south-1. Name"
                + " one with --region if it should be on.\nrolecall: CloudTrail gave 1 event in ")
        .hasLineCount(2);
  }

  @Test
  void a_reason_that_holds_for_many_regions_is_one_line_and_the_others_are_judged() {
    recent.put("eu-west-1", refusedEdit("a", "09:14:07"));
    recent.refuse(Set.of("us-east-1", "us-west-2"), RecentEvents.denied());
    recent.refuse("sa-east-1", Answers.jsonError(400, "AccessDeniedException", "no"));
    Ran ran = all(Format.JSONL, Optional.empty(), Optional.empty());
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).hasLineCount(1);
    assertThat(ran.err())
        .startsWith(
            "rolecall: cloudtrail:sa-east-1, cloudtrail:us-east-1, cloudtrail:us-west-2: You may"
                + " not look up events (AccessDeniedException). Allow cloudtrail:LookupEvents to"
                + " whoever calls, and let no other policy deny it.\n"
                + "rolecall: CloudTrail gave 1 event in ")
        .hasLineCount(2);
  }

  @Test
  void what_is_left_is_kept_and_read_by_the_same_command() throws IOException {
    Path file = folder.resolve("left.json");
    recent.put(
        "eu-west-1",
        refusedEdit("a", "09:14:07"),
        quiet("b", "08:00:00"),
        quiet("c", "07:00:00"),
        refusedEdit("d", "06:00:00"));
    recent.refuse("us-east-1", RecentEvents.denied());
    aws.otherwise(asked -> {
      if (asked.text().contains("NextToken")) {
        time.stop();
        return RecentEvents.throttled();
      }
      return recent.apply(asked);
    });
    Ran first =
        run(
            Optional.of("eu-west-1"),
            Format.JSONL,
            Optional.empty(),
            Optional.of(new ResumeFile(file)));
    assertThat(first.code()).isEqualTo(3);
    assertThat(first.out()).contains("\"id\":\"a\"").hasLineCount(1);
    assertThat(first.err())
        .isEqualTo(
            """
            rolecall: cloudtrail:eu-west-1: Events of 2026-03-02T08:00:00Z and before were not read. Looking up was stopped before its end. Look up what is left.
            rolecall: CloudTrail gave 2 events in 2 calls, from 2026-03-01T12:00:00Z until 2026-03-02T12:00:00Z.
            rolecall: %s says what was not read; the same command again reads and tells only that.
            """
                .formatted(file));
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"since":"2026-03-01T12:00:00Z","until":"2026-03-02T12:00:00Z","left":[{"region":"eu-west-1","until":"2026-03-02T08:00:00Z","read":["b"]}]}
            """);

    aws.otherwise(recent);
    Ran second =
        lookup(
            "--quiet", "--format", "jsonl", "--resume", file.toString(), "--region", "eu-west-1");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("\"id\":\"d\"").hasLineCount(1);
    assertThat(second.code()).isEqualTo(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void results_that_cannot_be_written_leave_everything_to_be_read_again() {
    Path file = folder.resolve("left.json");
    recent.refuse("eu-west-1", RecentEvents.denied());
    Ran ran =
        lookup(
            "--resume", file.toString(), "--region", "eu-west-1", "-o", folder + "/none/out.json");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(aws.asked()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void a_file_that_could_not_be_kept_is_refused_before_anybody_is_asked() {
    Path file = folder.resolve("none/left.json");
    assertThat(lookup("--resume", file.toString()))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: the file %s cannot be written: its folder is missing or not yours to write to. Name another file, or delete it to begin anew.\n"
                    .formatted(file),
                2));
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void a_file_that_no_lookup_left_is_refused() throws IOException {
    Path file = folder.resolve("left.json");
    for (String text :
        new String[] {
          "",
          "{}",
          "[]",
          "{\"since\":\"2026-03-01T12:00:00Z\",\"until\":\"2026-03-02T12:00:00Z\",\"left\":[]}",
          "{\"since\":\"x\",\"until\":\"y\",\"left\":[{\"region\":\"eu-west-1\",\"until\":\"z\"}]}"
        }) {
      Files.writeString(file, text);
      assertThat(lookup("--resume", file.toString()))
          .isEqualTo(
              new Ran(
                  "",
                  "rolecall: the file %s was not written by 'rolecall lookup --resume'. Name another file, or delete it to begin anew.\n"
                      .formatted(file),
                  2));
    }
    Files.writeString(
        file,
        "{\"since\":\"2026-03-01T12:00:00Z\",\"until\":\"2026-03-02T12:00:00Z\",\"left\":[{\"region\":\"eu-west-1\",\"until\":\"2026-03-02T08:00:00Z\",\"read\":[]}]}");
    assertThat(lookup("--resume", file.toString(), "--region", "us-east-1").err())
        .startsWith(
            "rolecall: "
                + file
                + " was left by a run over eu-west-1; leave --region us-east-1 out, or name another"
                + " file.\n");
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void wrong_times_are_refused_before_anybody_is_asked() {
    assertThat(lookup("--since", "yesterday").err())
        .startsWith(
            "rolecall: --since takes a length of time such as 24h or 7d, a time such as"
                + " 2026-03-02T09:00:00Z or a day such as 2026-03-02, not 'yesterday'.\n");
    assertThat(lookup("--since", "91d").err())
        .startsWith(
            "rolecall: --since 91d is more than 90 days ago, and CloudTrail keeps no event");
    assertThat(lookup("--since", "1h", "--until", "2h").err())
        .startsWith("rolecall: --since 1h is after --until 2h; no event could lie between them.");
    assertThat(lookup("--since", "2026-03-03").err())
        .startsWith("rolecall: --since 2026-03-03 is after --until now;");
    assertThat(lookup("--since", "1h", "surplus").code()).isEqualTo(2);
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void a_terminal_shows_progress_and_clears_it() {
    recent.put("eu-west-1", quiet("b", "09:15:00"));
    Ran ran =
        Ran.onTerminal(
            "lookup", "--endpoint-url", aws.url(), "--region", "eu-west-1", "--no-color");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("lookup");
    assertThat(ran.out()).doesNotContain("lookup");
  }

  private Ran lookup(String... words) {
    return Ran.with(
        Stream.concat(Stream.of("lookup", "--endpoint-url", aws.url()), Stream.of(words))
            .toArray(String[]::new));
  }

  private Ran all(Format format, Optional<ResumeFile.Left> left, Optional<ResumeFile> resume) {
    return run(Optional.empty(), format, left, resume);
  }

  /** As the command does it, but in no time. */
  private Ran run(
      Optional<String> region,
      Format format,
      Optional<ResumeFile.Left> left,
      Optional<ResumeFile> resume) {
    Map<String, String> variables =
        Map.of(
            "AWS_REGION", "eu-west-1",
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    ResultRequest results =
        new ResultRequest(
            Optional.empty(),
            format,
            Optional.empty(),
            Severity.LOW,
            Severity.INFO,
            Optional.of(SINCE),
            Optional.of(UNTIL),
            Optional.empty(),
            false,
            false,
            false);
    LookupRequest request =
        new LookupRequest(
            new AwsChoice(variables, Optional.empty(), region, Optional.of(URI.create(aws.url()))),
            SINCE,
            UNTIL,
            left,
            resume,
            results);
    return Ran.of(
        "",
        false,
        console -> {
          try {
            return new LookupRun(console, request).run(time).number();
          } catch (Refused refused) {
            throw new AssertionError(refused);
          }
        });
  }

  private static Item refusedEdit(String id, String time) {
    return item(
        id,
        time,
        """
        "eventSource":"iam.amazonaws.com","eventName":"AttachRolePolicy",
        "errorCode":"UnmodifiableEntityException","errorMessage":"Cannot perform the operation on \
        the protected role 'AWSServiceRoleForAmazonChime' - this role is only modifiable by AWS",
        """);
  }

  private static Item quiet(String id, String time) {
    return item(
        id, time, "\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeInstances\",");
  }

  private static Item item(String id, String time, String members) {
    String when = "2026-03-02T" + time + "Z";
    return Item.of(
        id,
        when,
        """
        {"eventVersion":"1.11","eventID":"%s","eventTime":"%s",%s"awsRegion":"us-east-1",
         "eventType":"AwsApiCall","recipientAccountId":"111122223333","readOnly":false,
         "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/dana",
           "accountId":"111122223333","userName":"dana","principalId":"AIDAEXAMPLE0000000001",
           "accessKeyId":"AKIAEXAMPLE000000001"},"requestParameters":null,"responseElements":null}
        """
            .formatted(id, when, members));
  }
}
