package rolecall.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** What one invocation of the function brought, by the answer that its source expects. */
public sealed interface Arrival {
  /** In the order in which they came. */
  List<Delivery> deliveries();

  /** Messages of an SQS queue: those that could not be handled are named in the answer. */
  record SqsBatch(List<Delivery> deliveries) implements Arrival {
    public SqsBatch {
      deliveries = List.copyOf(deliveries);
    }
  }

  /** Records of a Kinesis stream: likewise. */
  record KinesisBatch(List<Delivery> deliveries) implements Arrival {
    public KinesisBatch {
      deliveries = List.copyOf(deliveries);
    }
  }

  /**
   * Tasks of S3 Batch Operations: each gets a result of its own.
   *
   * @param schemaVersion {@code 1.0} or {@code 2.0}, as it came
   * @param invocationId as it came
   */
  record S3BatchTasks(String schemaVersion, String invocationId, List<Delivery> deliveries)
      implements Arrival {
    public S3BatchTasks {
      Objects.requireNonNull(schemaVersion, "schemaVersion is null");
      Objects.requireNonNull(invocationId, "invocationId is null");
      deliveries = List.copyOf(deliveries);
    }
  }

  /** Anything else: it succeeds or fails as a whole. */
  record Whole(Delivery delivery) implements Arrival {
    public Whole {
      Objects.requireNonNull(delivery, "delivery is null");
    }

    @Override
    public List<Delivery> deliveries() {
      return List.of(delivery);
    }
  }

  /**
   * What the function was given; never throws for what stands in it.
   *
   * @param invocation the id of the invocation
   * @param bytes UTF-8
   */
  static Arrival of(String invocation, byte[] bytes) {
    try {
      return of(invocation, JsonReader.read(bytes, 0, bytes.length));
    } catch (UnreadableJson broken) {
      return new Whole(
          new Delivery(
              invocation,
              "invocation " + invocation,
              new Delivery.Content.Unreadable(broken.getMessage())));
    }
  }

  private static Arrival of(String invocation, Json event) {
    if (event.get("invocationSchemaVersion").isPresent()
        && event.get("tasks") instanceof Json.Arr) {
      return new S3BatchTasks(
          event.get("invocationSchemaVersion").text().orElse("1.0"),
          event.get("invocationId").text().orElse(""),
          event.get("tasks").items().stream().map(task -> task(event, task)).toList());
    }
    Json records = event.get("Records");
    Json first = records.items().isEmpty() ? new Json.Null() : records.items().getFirst();
    return switch (first.get("eventSource").text().orElse("")) {
      case "aws:sqs" ->
          new SqsBatch(
              records.items().stream()
                  .map(message -> delivery(message, message.get("messageId"), "SQS message"))
                  .toList());
      case "aws:kinesis" ->
          new KinesisBatch(
              records.items().stream()
                  .map(record ->
                      delivery(
                          record, record.get("kinesis").get("sequenceNumber"), "Kinesis record"))
                  .toList());
      default ->
          new Whole(
              new Delivery(
                  invocation, "invocation " + invocation, new Delivery.Content.Value(event)));
    };
  }

  /** The task as an invocation of its own. */
  private static Delivery task(Json invocation, Json task) {
    Json alone =
        new Json.Obj(
            Map.of(
                "invocationSchemaVersion",
                invocation.get("invocationSchemaVersion"),
                "tasks",
                new Json.Arr(List.of(task))));
    return delivery(alone, task.get("taskId"), "S3 Batch Operations task");
  }

  private static Delivery delivery(Json content, Json id, String what) {
    String text = id.text().orElse("");
    return new Delivery(text, what + " " + text, new Delivery.Content.Value(content));
  }
}
