package rolecall.ingest;

import java.util.Objects;
import rolecall.json.Json;

/**
 * One thing that must be acknowledged, or handed back.
 *
 * @param id by which its source knows it: an SQS message id, a Kinesis sequence number, the id of
 *     an S3 Batch Operations task, else the id of the invocation
 * @param name what messages and findings call it: {@code sqs message 6f1c...}
 */
public record Delivery(String id, String name, Content content) {
  public Delivery {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(content, "content is null");
  }

  /** What was delivered. */
  public sealed interface Content {
    /** A value to open. */
    record Value(Json json) implements Content {
      public Value {
        Objects.requireNonNull(json, "json is null");
      }
    }

    /**
     * It is no JSON.
     *
     * @param why half a sentence
     */
    record Unreadable(String why) implements Content {
      public Unreadable {
        Objects.requireNonNull(why, "why is null");
      }
    }
  }
}
