package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.RecentEvents;
import rolecall.aws.StandIn;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** What only a process of its own can show: the variables, the profiles and the classes loaded. */
class AwsProcessTest {
  @TempDir Path home;

  @Test
  void a_scan_of_files_loads_nothing_of_the_sdk() throws Exception {
    Ran ran = run(Map.of(), "scan", "--quiet", "--format", "jsonl", "events/");

    assertThat(ran.code()).isEqualTo(1);
    List<String> classes = Files.readAllLines(home.resolve("classes.txt"));
    assertThat(classes.stream().filter(line -> line.contains("rolecall.cli.S3Inputs "))).hasSize(1);
    assertThat(classes.stream().filter(line -> line.contains("software.amazon"))).isEmpty();
  }

  @Test
  void the_variables_say_who_calls_and_where() throws Exception {
    try (StandIn aws = StandIn.start()) {
      aws.otherwise(asked -> Answers.listing(Optional.empty()));
      Map<String, String> variables =
          Map.of(
              "AWS_ENDPOINT_URL_S3", aws.url(),
              "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
              "AWS_DEFAULT_REGION", "eu-central-1",
              "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
              "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");

      assertThat(run(variables, "scan", "--format", "jsonl", "s3://example-trail").code()).isZero();
      assertThat(aws.asked().getFirst().signedIn()).contains("eu-central-1");
      assertThat(aws.asked().getFirst().signedBy()).contains("AKIAIOSFODNN7EXAMPLE");
    }
  }

  @Test
  void a_chosen_profile_says_who_calls_and_where() throws Exception {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [audit]
        aws_access_key_id = AKIAI44QH8DHBEXAMPLE
        aws_secret_access_key = je7MtGbClwBFEXAMPLEKEY
        """);
    Files.writeString(home.resolve(".aws/config"), "[profile audit]\nregion = ap-south-1\n");
    try (StandIn aws = StandIn.start()) {
      aws.otherwise(asked -> Answers.listing(Optional.empty()));
      Map<String, String> variables =
          Map.of(
              "AWS_ENDPOINT_URL", aws.url(),
              "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
              "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");

      assertThat(run(variables, "scan", "--profile", "audit", "s3://example-trail").code())
          .isZero();
      assertThat(aws.asked().getFirst().signedIn()).contains("ap-south-1");
      assertThat(aws.asked().getFirst().signedBy()).contains("AKIAI44QH8DHBEXAMPLE");
    }
  }

  @Test
  void without_credentials_or_region_a_line_says_what_to_set() throws Exception {
    assertThat(run(Map.of("AWS_REGION", "eu-west-1"), "scan", "--format", "jsonl", "s3://b-1/logs"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: s3://b-1/logs: No AWS credentials were found. Sign in, name a profile that has some, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
                """,
                3));
    assertThat(run(Map.of(), "scan", "--format", "jsonl", "s3://b-1/logs"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: s3://b-1/logs: No AWS Region is set. Set AWS_REGION, or a region in the profile.
                """,
                3));
  }

  @Test
  void a_doctor_without_credentials_or_region_says_what_to_set() throws Exception {
    assertThat(run(Map.of("AWS_REGION", "eu-west-1"), "doctor"))
        .isEqualTo(
            new Ran(
                """
                unknown  account       anything could not be read: no AWS credentials were found
                                       fix: Sign in, name a profile that has some, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
                0 ok, 0 wrong, 1 unknown
                """,
                "",
                3));
    assertThat(run(Map.of(), "doctor"))
        .isEqualTo(
            new Ran(
                """
                unknown  account       anything could not be read: no AWS Region is set
                                       fix: Set AWS_REGION, or a region in the profile.
                0 ok, 0 wrong, 1 unknown
                """,
                "",
                3));
  }

  @Test
  void a_refused_doctor_loads_nothing_of_the_sdk() throws Exception {
    assertThat(run(Map.of(), "doctor", "--format", "xml").code()).isEqualTo(2);

    List<String> classes = Files.readAllLines(home.resolve("classes.txt"));
    assertThat(classes.stream().filter(line -> line.contains("rolecall.cli.DoctorCommand ")))
        .hasSize(1);
    assertThat(classes.stream().filter(line -> line.contains("software.amazon"))).isEmpty();
  }

  @Test
  void a_profile_that_is_not_there_or_signs_in_by_sso_is_told() throws Exception {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile sso]
        region = eu-west-1
        sso_session = company
        sso_account_id = 111122223333
        sso_role_name = Audit
        [sso-session company]
        sso_region = eu-west-1
        sso_start_url = https://example.com/start
        [profile taking]
        region = eu-west-1
        role_arn = arn:aws:iam::111122223333:role/Audit
        source_profile = base
        [profile base]
        aws_access_key_id = AKIAI44QH8DHBEXAMPLE
        aws_secret_access_key = je7MtGbClwBFEXAMPLEKEY
        """);

    assertThat(
            run(Map.of(), "scan", "--profile", "nope", "--region", "eu-west-1", "s3://b-1").err())
        .isEqualTo(
            "rolecall: s3://b-1: No AWS credentials were found. Sign in, name a profile that has"
                + " some, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.\n");
    for (String profile : List.of("sso", "taking")) {
      assertThat(run(Map.of(), "scan", "--profile", profile, "s3://b-1").err())
          .isEqualTo(
              "rolecall: s3://b-1: The profile signs in by SSO or by taking a role, which Rolecall"
                  + " cannot do. Run: eval \"$(aws configure export-credentials --profile NAME"
                  + " --format env)\", then try again without a profile.\n");
    }
  }

  @Test
  void a_lookup_without_credentials_or_region_says_in_one_line_what_to_set() throws Exception {
    assertThat(run(Map.of("AWS_REGION", "eu-west-1"), "lookup", "--format", "jsonl"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: cloudtrail: No AWS credentials were found. Sign in, name a profile that has some, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
                """,
                3));
    Map<String, String> credentials =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    assertThat(run(credentials, "lookup", "--format", "jsonl"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: cloudtrail: No AWS Region is set. Set AWS_REGION, or a region in the profile.
                """,
                3));
  }

  @Test
  void a_lookup_that_is_ended_tells_what_it_has_and_keeps_what_is_left() throws Exception {
    Path left = home.resolve("left.json");
    try (StandIn aws = StandIn.start()) {
      aws.otherwise(AwsProcessTest::anotherPage);
      Map<String, String> variables =
          Map.of(
              "AWS_ENDPOINT_URL", aws.url(),
              "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
              "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
      Process process =
          start(
              variables,
              "lookup",
              "--region",
              "eu-west-1",
              "--format",
              "jsonl",
              "--resume",
              left.toString());
      aws.awaitAsked(2);
      process.destroy();
      process.waitFor();
    }
    assertThat(Files.readString(home.resolve("out.txt"))).contains("chime-slr-edit-refused");
    assertThat(Files.readString(home.resolve("err.txt")))
        .contains("before were not read. Looking up was stopped before its end.")
        .contains(left + " says what was not read;");
    assertThat(Files.readString(left)).contains("\"region\":\"eu-west-1\"");
  }

  /** One event of the last minute that is asked about, and more to come for ever. */
  private static Answer anotherPage(Asked asked) {
    Json end = RecentEvents.question(asked).get("EndTime");
    long second = new BigDecimal(((Json.Num) end).literal()).longValue() - 60;
    String record =
        """
        {"eventVersion":"1.11","eventID":"a","eventTime":"%s","awsRegion":"us-east-1",
         "eventSource":"iam.amazonaws.com","eventName":"AttachRolePolicy","eventType":"AwsApiCall",
         "recipientAccountId":"111122223333","readOnly":false,
         "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/dana",
           "accountId":"111122223333","userName":"dana","principalId":"AIDAEXAMPLE0000000001"},
         "errorCode":"UnmodifiableEntityException","errorMessage":"Cannot perform the operation on \
        the protected role 'AWSServiceRoleForAmazonChime' - this role is only modifiable by AWS"}
        """
            .formatted(Instant.ofEpochSecond(second));
    Map<String, Json> event =
        Map.of(
            "EventId", new Json.Str("a"),
            "EventTime", new Json.Num(String.valueOf(second)),
            "CloudTrailEvent", new Json.Str(record));
    Json page =
        new Json.Obj(
            Map.of(
                "Events", new Json.Arr(List.of(new Json.Obj(event))),
                "NextToken", new Json.Str("after " + asked.text().hashCode())));
    return Answers.json(200, CompactJson.write(page));
  }

  private Ran run(Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    int code = start(variables, words).waitFor();
    return new Ran(
        Files.readString(home.resolve("out.txt")), Files.readString(home.resolve("err.txt")), code);
  }

  private Process start(Map<String, String> variables, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xlog:class+load:file=" + home.resolve("classes.txt"));
    command.add("-Duser.home=" + home);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("rolecall.cli.Main");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().putAll(variables);
    builder.redirectOutput(home.resolve("out.txt").toFile());
    builder.redirectError(home.resolve("err.txt").toFile());
    return builder.start();
  }
}
