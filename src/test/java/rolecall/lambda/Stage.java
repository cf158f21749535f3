package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.LocalDynamoDb;
import rolecall.aws.RecentEvents;
import rolecall.aws.StandIn;
import rolecall.aws.Waiting;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * A function among stand-ins: a topic, a bucket, CloudTrail and, where it is asked for, a real
 * table, each of which can be made to fail. Every invocation is checked: its log lines are JSON,
 * and what it received is the sum of what became of it.
 */
final class Stage implements AutoCloseable {
  private static final List<String> FATES =
      List.of(
          "RecordsIgnored",
          "RecordsAllowed",
          "RecordsObserved",
          "RecordsAlerted",
          "RecordsRepeated",
          "RecordsFailed");

  private final StandIn aws = StandIn.start().otherwise(this::answer);
  private final Map<String, byte[]> objects = new LinkedHashMap<>();
  private final Map<String, String> variables = InProcess.variables(aws);
  private Function<Asked, Answer> topic = _ -> Answers.published("id-1");
  private Function<Asked, Answer> table = Stage::forward;
  private Function<Asked, Answer> bucket = this::object;
  private Function<Asked, Answer> trail = new RecentEvents(50);
  private final List<String> lines = new ArrayList<>();
  private Map<String, Long> counters = Map.of();

  private Answer answer(Asked asked) {
    return switch (asked.signedFor().orElse("")) {
      case "sns" -> topic.apply(asked);
      case "dynamodb" -> table.apply(asked);
      case "cloudtrail" -> trail.apply(asked);
      default -> bucket.apply(asked);
    };
  }

  private Answer object(Asked asked) {
    byte[] bytes = objects.get(asked.path());
    return bytes == null ? Answers.s3Error(404, "NoSuchKey", "gone") : Answers.object(bytes);
  }

  /** What the real table answers. */
  static Answer forward(Asked asked) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(LocalDynamoDb.running().endpoint() + "/"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(asked.body()));
      for (String name : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
        asked.header(name).ifPresent(value -> request.header(name, value));
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Answers.json(answer.statusCode(), answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }

  /**
   * The first questions to a table that was just started may take longer than the function waits.
   */
  private static final class Warm {
    private static final int QUESTIONS = 20;

    static final int TABLES = warmed();

    private static int warmed() {
      try (Stage stage = new Stage()) {
        stage.variables.put("ROLECALL_TABLE_NAME", LocalDynamoDb.running().newTable());
        InProcess function = stage.function();
        String record = record("chime-slr-edit-refused");
        for (int i = 0; i < QUESTIONS; i++) {
          stage.invoke(function, with(record, "eventID", "warm-" + i));
        }
      }
      return 1;
    }
  }

  /** Lets the function have a table that answers quickly. */
  Stage withTable() {
    assertThat(Warm.TABLES).isPositive();
    variables.put("ROLECALL_TABLE_NAME", LocalDynamoDb.running().newTable());
    return this;
  }

  Stage topic(Function<Asked, Answer> answer) {
    topic = answer;
    return this;
  }

  Stage table(Function<Asked, Answer> answer) {
    table = answer;
    return this;
  }

  Stage bucket(Function<Asked, Answer> answer) {
    bucket = answer;
    return this;
  }

  /** What CloudTrail answers. */
  Stage history(Function<Asked, Answer> answer) {
    trail = answer;
    return this;
  }

  /** Lets the function look up who stands behind sessions. */
  Stage trail(Function<Asked, Answer> answer) {
    variables.put("ROLECALL_LINEAGE", "on");
    return history(answer);
  }

  /** The name of the table. */
  String table() {
    return variables.get("ROLECALL_TABLE_NAME");
  }

  Stage object(String bucketName, String key, byte[] bytes) {
    objects.put("/" + bucketName + "/" + key, bytes);
    return this;
  }

  InProcess function() {
    return new InProcess(variables);
  }

  /** Waits between look-ups in a time of its own. */
  InProcess function(Waiting waiting) {
    return new InProcess(variables, waiting);
  }

  String invoke(InProcess function, String event) {
    return invoke(function, event, () -> 60_000);
  }

  String invoke(InProcess function, String event, IntSupplier millisLeft) {
    try {
      return function.invoke(event, millisLeft);
    } catch (NotHandled handedBack) {
      return "error: " + handedBack.getMessage();
    } finally {
      check(function);
    }
  }

  private void check(InProcess function) {
    Map<String, Long> read = new LinkedHashMap<>();
    lines.clear();
    for (Json line : function.log()) {
      lines.add(CompactJson.write(line));
      if (line.get("RecordsReceived").isPresent() && line instanceof Json.Obj object) {
        object
            .members()
            .forEach((name, value) -> {
              if (value instanceof Json.Num(String number)) {
                read.put(name, Long.valueOf(number));
              }
            });
      }
    }
    counters = read;
    assertThat(read.get("RecordsReceived"))
        .as("%s", read)
        .isEqualTo(FATES.stream().flatMapToLong(f -> LongStream.of(read.get(f))).sum());
  }

  /** Of the last invocation, those that are not zero, RecordsReceived left out. */
  String counters() {
    StringBuilder text = new StringBuilder();
    counters.forEach((name, count) -> {
      if (count != 0 && !name.equals("RecordsReceived")) {
        text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(count);
      }
    });
    return text.toString();
  }

  /** Of the last invocation. */
  List<String> log() {
    return List.copyOf(lines);
  }

  List<Asked> asked(String service) {
    return aws.asked().stream().filter(a -> a.signedFor().orElse("").equals(service)).toList();
  }

  int published() {
    return asked("sns").size();
  }

  String body(int number, String protocol) {
    return json(asked("sns").get(number).form().get("Message")).get(protocol).text().orElseThrow();
  }

  /** The findings in one alert: event id, a blank, rule id. */
  List<String> told(int number) {
    Json finding = json(body(number, "sqs"));
    String event =
        finding.get("evidences").items().getFirst().get("data").get("eventID").text().orElse("");
    List<String> told = new ArrayList<>();
    told.add(
        event + " " + finding.get("finding_info").get("analytic").get("uid").text().orElseThrow());
    finding
        .get("finding_info")
        .get("related_analytics")
        .items()
        .forEach(rule -> told.add(event + " " + rule.get("uid").text().orElseThrow()));
    return told;
  }

  static Json json(String text) {
    try {
      return JsonReader.read(text);
    } catch (UnreadableJson broken) {
      throw new AssertionError(text, broken);
    }
  }

  static String sample(String name) {
    try {
      return Files.readString(Path.of("events", name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The record in a sample of an EventBridge event. */
  static String record(String name) {
    return CompactJson.write(json(sample("eventbridge/" + name + ".json")).get("detail"));
  }

  /** A record with another text where a member of that name stands. */
  static String with(String record, String member, String value) {
    return record.replaceAll("(\"" + member + "\":)\"[^\"]*\"", "$1" + quoted(value));
  }

  private static String quoted(String value) {
    return Matcher.quoteReplacement(JsonTexts.quote(value));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /** What unpacks to so many blanks. */
  static byte[] bomb(int size) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] blanks = " ".repeat(1_000_000).getBytes(UTF_8);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int written = 0; written < size; written += blanks.length) {
        gzip.write(blanks);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  static byte[] packedLog(String... records) {
    return gzip(("{\"Records\":[" + String.join(",", records) + "]}").getBytes(UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    aws.close();
  }
}
