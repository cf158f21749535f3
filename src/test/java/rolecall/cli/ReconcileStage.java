package rolecall.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.Instantly;
import rolecall.aws.RecentEvents;
import rolecall.aws.RecentEvents.Item;
import rolecall.aws.StandIn;
import rolecall.finding.Severity;
import rolecall.ledger.SeenEvent;
import rolecall.report.Format;

/** An account with a deployment, whose events and memory a test fills. */
abstract class ReconcileStage {
  static final String OURS = "111122223333";
  static final String THEIRS = "444455556666";
  static final Instant LONG_AGO = Instant.parse("2026-02-01T00:00:00Z");
  static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-03-02T10:00:00Z");

  static final String GAVE =
      "rolecall: CloudTrail gave %s, from 2026-03-01T12:00:00Z until 2026-03-02T10:00:00Z.\n";

  static final String EDIT =
      "\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"CreateRole\",\"readOnly\":false,"
          + "\"requestParameters\":{\"roleName\":\"Plain\"},";

  static final String REFUSED =
      "\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"AttachRolePolicy\",\"readOnly\":false,"
          + "\"requestParameters\":null,\"errorCode\":\"UnmodifiableEntityException\","
          + "\"errorMessage\":\"Cannot perform the operation on the protected role"
          + " 'AWSServiceRoleForAmazonChime' - this role is only modifiable by AWS\",";

  static final String READ =
      "\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"DescribeInstances\","
          + "\"readOnly\":true,\"requestParameters\":null,";

  @TempDir Path folder;
  final StandIn aws = StandIn.start();
  final RecentEvents recent = new RecentEvents(2);
  final DoctoredAccount account = new DoctoredAccount();
  final RememberingTable table = new RememberingTable(LONG_AGO);

  @BeforeEach
  void begin() {
    aws.otherwise(this::answer);
    account.on("Query", table::answer);
    table.note(seen("x", "us-east-1", "2026-02-01T00:00:00Z"));
    table.at(Instant.parse("2026-03-02T12:00:00Z"));
  }

  @AfterEach
  void end() {
    aws.close();
  }

  Answer answer(Asked asked) {
    return DoctoredAccount.operation(asked).equals("LookupEvents")
        ? recent.apply(asked)
        : account.answer(asked);
  }

  static Answer noStack() {
    return xmlError("ValidationError", "Stack with id rolecall does not exist");
  }

  static Answer xmlError(String code, String message) {
    return Answers.snsError(400, code, message);
  }

  Ran us() {
    return us(Format.TABLE);
  }

  Ran us(Format format) {
    return run(request(Optional.of("us-east-1"), format));
  }

  Ran logs(Path path) {
    return run(request(Optional.empty(), Format.TABLE, SINCE, UNTIL, List.of(path), false));
  }

  ReconcileRequest request(Optional<String> region, Format format) {
    return request(region, format, SINCE, UNTIL, List.of(), false);
  }

  ReconcileRequest request(
      Optional<String> region,
      Format format,
      Instant since,
      Instant until,
      List<Path> paths,
      boolean tableNamed) {
    Map<String, String> variables =
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_MAX_ATTEMPTS", "1",
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    ResultRequest results =
        new ResultRequest(
            Optional.empty(),
            format,
            Optional.empty(),
            Severity.INFO,
            Severity.INFO,
            Optional.of(since),
            Optional.of(until),
            Optional.empty(),
            false,
            false,
            false);
    return new ReconcileRequest(
        "rolecall",
        tableNamed ? Optional.of("audit-table") : Optional.empty(),
        paths.stream().map(Path::toString).toList(),
        2,
        new AwsChoice(variables, Optional.empty(), region, Optional.of(URI.create(aws.url()))),
        since,
        until,
        results);
  }

  /** As the command does it, but in no time. */
  static Ran run(ReconcileRequest request) {
    return Ran.of(
        "",
        false,
        console -> {
          try {
            return new ReconcileRun(console, request).run(new Instantly()).number();
          } catch (Refused refused) {
            throw new AssertionError(refused);
          }
        });
  }

  Ran hashless(Ran ran) {
    return new Ran(
        ran.out()
            .replaceFirst("sha256 [0-9a-f]{12}", "sha256 0123456789ab")
            .replaceFirst("[0-9,]+ bytes? read", "9 bytes read")
            .replace(folder.toString(), "FOLDER"),
        ran.err().replace(folder.toString(), "FOLDER"),
        ran.code());
  }

  static SeenEvent seen(String id, String time) {
    return seen(id, "us-east-1", "2026-03-02T" + time + "Z");
  }

  static SeenEvent seen(String id, String region, String time) {
    return new SeenEvent(id, Optional.of(OURS), region, Instant.parse(time));
  }

  static Item edit(String id, String time) {
    return edit(id, "us-east-1", "2026-03-02T" + time + "Z", EDIT);
  }

  static Item refused(String id, String time) {
    return edit(id, "us-east-1", "2026-03-02T" + time + "Z", REFUSED);
  }

  static Item read(String id, String time) {
    return edit(id, "us-east-1", "2026-03-02T" + time + "Z", READ);
  }

  static Item edit(String id, String region, String time, String members) {
    return Item.of(id, time, record(id, OURS, region, time, members));
  }

  static String record(String id, String account, String region, String time, String members) {
    return """
    {"eventVersion":"1.11","eventID":"%s","eventTime":"%s",%s"awsRegion":"%s",
     "eventType":"AwsApiCall","recipientAccountId":"%s","managementEvent":true,
     "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::%5$s:user/dana",
       "accountId":"%5$s","userName":"dana","principalId":"AIDAEXAMPLE0000000001",
       "accessKeyId":"AKIAEXAMPLE000000001"},"responseElements":null}
    """
        .formatted(id, time, members, region, account);
  }
}
