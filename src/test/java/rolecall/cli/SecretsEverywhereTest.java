package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** No secret leaves in any format, wherever in a record it hides. */
class SecretsEverywhereTest {
  private static final long SEED = 20260302;

  private static final String DENIED =
      "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: arn:aws:iam::111122223333:user/dana"
          + " is not authorized to perform: sts:AssumeRole on resource:"
          + " arn:aws:iam::111122223333:role/ChimeAdmin ";

  /** Where a secret may hide; {@code $} stands for a token and {@code !} for a short password. */
  private static final List<String> PLACES =
      List.of(
          "\"responseElements\":{\"credentials\":{\"sessionToken\":\"$\"}}",
          "\"responseElements\":{\"Credentials\":{\"SessionToken\":\"!\"}}",
          "\"responseElements\":{\"credentials\":{\"secretAccessKey\":\"!\"}}",
          "\"responseElements\":{\"accessToken\":\"!\",\"refreshToken\":\"$\",\"idToken\":\"!\"}",
          "\"responseElements\":{\"Token\":\"!\"}",
          "\"responseElements\":{\"bot\":{\"securityToken\":\"!\"}}",
          "\"responseElements\":{\"serviceSpecificCredential\":{\"servicePassword\":\"!\"}}",
          "\"responseElements\":{\"opaque\":\"$\"}",
          "\"responseElements\":{\"$\":1}",
          "\"responseElements\":{\"body\":\"{\\\"sessionToken\\\":\\\"!\\\"}\"}",
          "\"responseElements\":\"$\"",
          "\"additionalEventData\":{\"token\":\"!\"}",
          "\"additionalEventData\":{\"list\":[[\"$\"]]}",
          "\"additionalEventData\":{\"url\":\"https://a.example.com/?X-Amz-Security-Token=$\"}",
          "\"additionalEventData\":{\"url\":\"https://a.example.com/?X-Amz-Signature=!&a=b\"}",
          "\"additionalEventData\":{\"headers\":{\"Authorization\":\"Bearer !\"}}",
          "\"additionalEventData\":{\"headers\":[{\"name\":\"authorization\",\"value\":\"!\"}]}",
          "\"additionalEventData\":{\"cookie\":\"a=!\"}",
          "\"additionalEventData\":{\"note\":\"Authorization: Bearer !\"}",
          "\"additionalEventData\":{\"client_secret\":\"!\",\"CLIENTSECRET\":\"!\"}",
          "\"additionalEventData\":{\"cut\":\"{\\\"password\\\":\\\"!\"}",
          "\"serviceEventDetails\":{\"SAMLAssertion\":\"!\",\"webIdentityToken\":\"$\"}",
          "\"tlsDetails\":{\"privateKey\":\"-----BEGIN PRIVATE KEY-----!\"}",
          DENIED + "with sessionToken=! at last\"",
          DENIED + "with $ at last\"",
          "\"userAgent\":\"curl/8 https://u:!@example.com/\"",
          "\"userAgent\":\"$\"",
          "\"sourceIPAddress\":\"$\"",
          "\"awsRegion\":\"$\"",
          "\"requestID\":\"$\"",
          "\"eventID\":\"$\"",
          "\"vpcEndpointId\":\"$\"",
          "\"resources\":[{\"ARN\":\"$\"}]",
          "\"sharedEventID\":\"$\"",
          "\"recipientAccountId\":\"$\"");

  private static final List<String> REQUESTS =
      List.of(
          "\"roleSessionName\":\"$\"",
          "\"sourceIdentity\":\"$\"",
          "\"externalId\":\"$\"",
          "\"serialNumber\":\"$\"",
          "\"password\":\"!\"",
          "\"policy\":\"{\\\"Statement\\\":[{\\\"Sid\\\":\\\"$\\\"}]}\"",
          "\"tags\":[{\"key\":\"db-password\",\"value\":\"!\"}]",
          "\"tags\":[{\"key\":\"note\",\"value\":\"$\"}]",
          "\"durationSeconds\":\"$\"");

  private static final List<String> IDENTITIES =
      List.of("\"userName\":\"$\"", "\"principalId\":\"$\"", "\"accessKeyId\":\"$\"");

  /** Events whose reasons quote what the call is about. */
  private static final List<String> EVENTS =
      List.of(
          "chime.amazonaws.com DeleteVoiceConnector {\"voiceConnectorId\":\"$\"}",
          "chime.amazonaws.com PutVoiceConnectorTerminationCredentials"
              + " {\"voiceConnectorId\":\"abc\",\"credentials\":[{\"username\":\"u\",\"password\":\"!\"}]}",
          "sns.amazonaws.com DeleteTopic"
              + " {\"topicArn\":\"arn:aws:sns:us-east-1:111122223333:rolecall-FwoGZXIvYXdzE$\"}",
          "sqs.amazonaws.com DeleteQueue {\"queueUrl\":\"https://sqs.us-east-1.amazonaws.com"
              + "/111122223333/rolecall?X-Amz-Security-Token=$\"}",
          "iam.amazonaws.com UpdateAssumeRolePolicy"
              + " {\"roleName\":\"ChimeAdmin\",\"policyDocument\":"
              + "\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":{\\\"AWS\\\":"
              + "\\\"arn:aws:iam::444455556666:root\\\"},\\\"Action\\\":\\\"sts:AssumeRole\\\","
              + "\\\"Condition\\\":{\\\"StringEquals\\\":{\\\"sts:ExternalId\\\":\\\"$\\\"}}}]}\"}");

  private static final String IDENTITY =
      "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/dana\","
          + "\"accountId\":\"111122223333\"";

  private final Random random = new Random(SEED);
  private final Set<String> secrets = new TreeSet<>();
  private int number;

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "jsonl", "ocsf", "sarif", "csv"})
  void a_secret_hidden_anywhere_in_a_record_does_not_leave(String format) throws IOException {
    List<String> records = new ArrayList<>();
    for (String place : PLACES) {
      records.add(record("\"userName\":\"dana\"", "", place));
    }
    for (String place : REQUESTS) {
      records.add(record("\"userName\":\"dana\"", place, ""));
    }
    for (String place : IDENTITIES) {
      records.add(record(place, "", ""));
    }
    for (String event : EVENTS) {
      records.add(event(event));
    }
    Ran ran =
        Ran.with(
            String.join("\n", records), false, "scan", "--format", format, "--show-observed", "-");
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(secrets).hasSizeGreaterThan(45);
    assertThat(secrets)
        .as("seed " + SEED)
        .noneMatch(secret -> ran.out().contains(secret) || ran.err().contains(secret));
    if (format.equals("ocsf")) {
      assertThat(ran.out().lines().count()).isEqualTo(records.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "jsonl", "ocsf", "sarif", "csv"})
  void no_sample_gives_its_session_token_away(String format) throws IOException {
    Set<String> tokens = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("events"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.jsonl?")).toList()) {
        Pattern.compile("sessionToken\\\\*\"\\s*:\\s*\\\\*\"([^\"\\\\]+)")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> tokens.add(found.group(1)));
      }
    }
    assertThat(tokens).isNotEmpty();
    String out = Ran.with("scan", "--format", format, "--show-observed", "events/").out();
    assertThat(tokens).noneMatch(out::contains);
  }

  /** An assumption of a watched role that no grant allows, with a secret somewhere in it. */
  private String record(String identity, String request, String more) {
    number++;
    String record =
        """
        {"eventVersion":"1.11","eventSource":"sts.amazonaws.com","eventName":"AssumeRole",\
        "eventTime":"2026-03-%02dT%02d:00:00Z","eventType":"AwsApiCall",\
        "userIdentity":{%s},%s\
        "requestParameters":{%s"roleArn":"arn:aws:iam::111122223333:role/ChimeAdmin%d"}%s}\
        """
            .formatted(
                1 + number / 20,
                number % 20,
                IDENTITY + "," + identity,
                base(more),
                request.isEmpty() ? "" : request + ",",
                number,
                more.isEmpty() ? "" : "," + more);
    return fill(record);
  }

  private String event(String event) {
    number++;
    String[] words = event.split(" ", 3);
    return fill(
        """
        {"eventVersion":"1.11","eventSource":"%s","eventName":"%s","eventTime":"2026-03-20T%02d:00:00Z",\
        "eventType":"AwsApiCall","userIdentity":{%s,"userName":"dana"},%s"requestParameters":%s}\
        """
            .formatted(words[0], words[1], number % 20, IDENTITY, base(""), words[2]));
  }

  /** What every record has, unless the place is one of these members. */
  private String base(String more) {
    StringBuilder base = new StringBuilder();
    if (!more.startsWith("\"eventID\"")) {
      base.append("\"eventID\":\"e0000000-0000-4000-9000-0000000000%02d\",".formatted(number));
    }
    if (!more.startsWith("\"recipientAccountId\"")) {
      base.append("\"recipientAccountId\":\"111122223333\",");
    }
    return base.toString();
  }

  private String fill(String record) {
    String filled = record;
    while (filled.contains("$")) {
      filled = filled.replaceFirst("\\$", secret(token()));
    }
    while (filled.contains("!")) {
      filled =
          filled.replaceFirst("!", secret("pw" + Long.toString(random.nextLong(1L << 60), 36)));
    }
    return filled;
  }

  private String secret(String text) {
    secrets.add(text);
    // As it is, and as it reads inside of JSON.
    secrets.add(CompactJson.write(new Json.Str(text)).replace("\"", ""));
    return text;
  }

  /** Long and random in base64, as STS makes them, with or without the usual beginning. */
  private String token() {
    byte[] bytes = new byte[240];
    random.nextBytes(bytes);
    String body = java.util.Base64.getEncoder().encodeToString(bytes);
    return switch (random.nextInt(3)) {
      case 0 -> "FwoGZXIvYXdzE" + body;
      case 1 -> "eyJhbGciOiJub25lIn0.eyJ" + body.replaceAll("[+/]", "x") + "." + number;
      default -> body;
    };
  }
}
