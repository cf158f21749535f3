package rolecall.lambda;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;

/** Events as AWS nests them. */
final class JsonTexts {
  private JsonTexts() {}

  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** A batch of SQS with these bodies; the messages are called m-0, m-1 and so on. */
  static String sqs(String... bodies) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < bodies.length; i++) {
      messages.add(
          "{\"messageId\":\"m-%d\",\"eventSource\":\"aws:sqs\",\"body\":%s}"
              .formatted(i, quote(bodies[i])));
    }
    return "{\"Records\":[" + String.join(",", messages) + "]}";
  }

  /** A notice of S3 about one object. */
  static String s3Notice(String bucket, String key) {
    return """
    {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put",
      "s3":{"bucket":{"name":"%s"},"object":{"key":"%s"}}}]}\
    """
        .formatted(bucket, key);
  }
}
