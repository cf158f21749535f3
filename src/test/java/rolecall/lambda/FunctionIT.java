package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.LocalDynamoDb;
import rolecall.aws.StandIn;
import rolecall.json.Json;
import rolecall.json.JsonReader;

/**
 * The packaged function in a process of its own, started as Lambda starts it: an event goes in
 * through the runtime API, the request to SNS comes out over HTTP, and DynamoDB Local remembers.
 */
class FunctionIT {
  private static final Path REFUSED_EDIT =
      Path.of("events", "eventbridge", "chime-slr-edit-refused.json");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/function/publish.txt");
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private static Map<String, String> variables(StandIn sns, String table) {
    Map<String, String> variables = RunningFunction.variables(sns.url());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", LocalDynamoDb.running().endpoint().toString());
    variables.put("ROLECALL_TABLE_NAME", table);
    // The process asks the real clock how old the samples are, and the letter would say so.
    variables.put("ROLECALL_LINEAGE", "off");
    return variables;
  }

  /** The request as it came: what it must say, with the moments in it blotted out. */
  private static String shown(Asked request) {
    StringBuilder shown = new StringBuilder();
    shown.append(request.method()).append(' ').append(request.target()).append('\n');
    new TreeMap<>(
            Map.of(
                "Content-Type", request.header("Content-Type").orElse("none"),
                "X-Amz-Security-Token", request.header("X-Amz-Security-Token").orElse("none"),
                "Authorization",
                    request
                        .header("Authorization")
                        .orElse("none")
                        .replaceAll("/\\d{8}/", "/DATE/")
                        .replaceAll("Signature=[0-9a-f]{64}", "Signature=SIGNATURE")))
        .forEach((name, value) -> shown.append(name).append(": ").append(value).append('\n'));
    request
        .form()
        .forEach((name, value) -> shown.append('\n').append(name).append('=').append(value));
    return shown
        .append('\n')
        .toString()
        .replaceAll("(time\\\\*\":)\\d{13}", "$1MOMENT")
        .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "MOMENT");
  }

  @Test
  void a_refused_edit_comes_in_and_one_signed_request_to_sns_goes_out() throws Exception {
    String event = Files.readString(REFUSED_EDIT);
    String table = LocalDynamoDb.running().newTable();
    try (StandIn sns = StandIn.start().otherwise(_ -> Answers.published("id-1"));
        RuntimeApi api = new RuntimeApi();
        RunningFunction function = new RunningFunction(api, variables(sns, table))) {
      assertThat(api.invoke(event))
          .isEqualTo(
              new RuntimeApi.Reply(
                  RuntimeApi.Reply.Kind.RESPONSE,
                  "{\"alerted\":1,\"repeated\":0,\"observed\":0,\"allowed\":0,\"ignored\":0,"
                      + "\"failed\":0}"));
      assertThat(sns.asked()).hasSize(1);
      Asked request = sns.asked().getFirst();
      assertThat(Signature.isRight(request, SECRET_KEY)).isTrue();
      assertThat(Signature.isRight(request, "another")).isFalse();
      assertGolden(shown(request));

      // It comes again, by another way.
      assertThat(api.invoke(inSqs(event)).body()).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(sns.asked()).hasSize(1);
      assertLog(function.log());
    }
  }

  @Test
  void another_copy_of_the_function_knows_what_was_told() throws Exception {
    String event = Files.readString(REFUSED_EDIT);
    String table = LocalDynamoDb.running().newTable();
    for (int copy = 0; copy < 2; copy++) {
      try (StandIn sns = StandIn.start().otherwise(_ -> Answers.published("id-1"));
          RuntimeApi api = new RuntimeApi();
          RunningFunction _ = new RunningFunction(api, variables(sns, table))) {
        assertThat(api.invoke(event).kind()).isEqualTo(RuntimeApi.Reply.Kind.RESPONSE);
        assertThat(sns.asked()).hasSize(copy == 0 ? 1 : 0);
      }
    }
  }

  @Test
  void what_cannot_go_out_is_an_error_and_goes_out_the_next_time() throws Exception {
    String event = Files.readString(REFUSED_EDIT);
    String table = LocalDynamoDb.running().newTable();
    try (StandIn sns =
            StandIn.start()
                .then(Answers.snsError(403, "AuthorizationError", "not authorized"))
                .otherwise(_ -> Answers.published("id-2"));
        RuntimeApi api = new RuntimeApi();
        RunningFunction _ = new RunningFunction(api, variables(sns, table))) {
      RuntimeApi.Reply refused = api.invoke(event);
      assertThat(refused.kind()).isEqualTo(RuntimeApi.Reply.Kind.ERROR);
      assertThat(refused.body())
          .contains("Something of this invocation must come again")
          .contains("sns:Publish");
      assertThat(api.invoke(event).kind()).isEqualTo(RuntimeApi.Reply.Kind.RESPONSE);
      assertThat(sns.asked()).hasSize(2);
    }
  }

  @Test
  void wrong_variables_stop_it_at_the_start_and_all_of_them_are_named() throws Exception {
    try (RuntimeApi api = new RuntimeApi();
        RunningFunction _ =
            new RunningFunction(
                api,
                Map.of(
                    "ROLECALL_TOPIC_ARN", "rolecall-alerts",
                    "ROLECALL_CHAT", "slack",
                    "ROLECALL_TABEL_NAME", "rolecall"))) {
      RuntimeApi.Reply reply = api.reply();
      assertThat(reply.kind()).isEqualTo(RuntimeApi.Reply.Kind.INIT_ERROR);
      assertThat(reply.body())
          .contains("3 mistakes")
          .contains(
              "ROLECALL_TOPIC_ARN is 'rolecall-alerts', which is not the ARN of an SNS topic.")
          .contains("ROLECALL_CHAT is 'slack'. Set it to off or amazon-q.")
          .contains("ROLECALL_TABEL_NAME is not a setting. Did you mean ROLECALL_TABLE_NAME?");
    }
  }

  private static String inSqs(String event) {
    return """
    {"Records":[{"messageId":"m-1","eventSource":"aws:sqs","body":%s}]}\
    """
        .formatted(JsonTexts.quote(event));
  }

  /** Every line is one JSON object; the metrics' lines are not wrapped in another. */
  private static void assertLog(List<String> lines) throws Exception {
    int metrics = 0;
    for (String line : lines) {
      Json json = JsonReader.read(line);
      assertThat(json.get("message").isPresent() || json.get("_aws").isPresent()).as(line).isTrue();
      metrics += json.get("_aws").isPresent() ? 1 : 0;
    }
    assertThat(metrics).isEqualTo(2);
    assertThat(String.join("\n", lines))
        .doesNotContain(SECRET_KEY)
        .doesNotContain("EXAMPLE-SESSION");
  }

  private static void assertGolden(String text) throws Exception {
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }
}
