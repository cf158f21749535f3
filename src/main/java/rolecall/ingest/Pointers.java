package rolecall.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.json.Json;

/** Which objects in S3 a notice points to. */
sealed interface Pointers {
  /** These objects. */
  record To(List<LogObject> objects) implements Pointers {
    public To {
      objects = List.copyOf(objects);
    }
  }

  /** None that could be read: an object was deleted, or a copy was restored. */
  record Nowhere() implements Pointers {}

  /**
   * It should point somewhere.
   *
   * @param why half a sentence: {@code it names no bucket}
   */
  record Broken(String why) implements Pointers {}

  /**
   * One element of an S3 notice. Its key is URL-encoded.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3:
   *     event message structure</a>
   */
  static Pointers ofNotice(Json notice) {
    if (!notice.get("eventName").text().orElse("").startsWith("ObjectCreated:")) {
      return new Nowhere();
    }
    Json s3 = notice.get("s3");
    Json object = s3.get("object");
    return to(s3.get("bucket").get("name"), decoded(object.get("key")), object.get("versionId"));
  }

  /** An EventBridge event of S3. Its key is plain. */
  static Pointers ofEventBridge(Json event) {
    if (!event.get("detail-type").text().orElse("").equals("Object Created")) {
      return new Nowhere();
    }
    Json detail = event.get("detail");
    Json object = detail.get("object");
    return to(detail.get("bucket").get("name"), object.get("key"), object.get("version-id"));
  }

  /** CloudTrail's own notice of new log files. */
  static Pointers ofDelivery(Json notice) {
    List<Pointers> each = new ArrayList<>();
    for (Json key : notice.get("s3ObjectKey").items()) {
      each.add(to(notice.get("s3Bucket"), key, new Json.Null()));
    }
    return each.isEmpty() ? new Broken("it names no object") : together(each);
  }

  /** All tasks of an S3 Batch Operations invocation. */
  static Pointers ofTasks(Json invocation) {
    return together(invocation.get("tasks").items().stream().map(Pointers::ofTask).toList());
  }

  /**
   * One task of S3 Batch Operations: schema 1.0 names the bucket by ARN, 2.0 by name. The key is
   * URL-encoded in both.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">S3:
   *     invoke a Lambda function from Batch Operations</a>
   */
  static Pointers ofTask(Json task) {
    Json bucket = task.get("s3Bucket");
    Json name =
        bucket.isPresent()
            ? bucket
            : task.get("s3BucketArn")
                .text()
                .<Json>map(arn -> new Json.Str(arn.substring(arn.lastIndexOf(':') + 1)))
                .orElse(bucket);
    return to(name, decoded(task.get("s3Key")), task.get("s3VersionId"));
  }

  private static Pointers to(Json bucket, Json key, Json version) {
    Optional<String> bucketName = bucket.text().filter(text -> !text.isEmpty());
    Optional<String> keyName = key.text().filter(text -> !text.isEmpty());
    if (bucketName.isEmpty()) {
      return new Broken("it names no bucket");
    }
    if (keyName.isEmpty()) {
      return new Broken("it names no object, or one whose name is not URL-encoded");
    }
    Optional<String> id = version.text().filter(text -> !text.isEmpty());
    return new To(List.of(new LogObject(bucketName.get(), keyName.get(), id)));
  }

  private static Pointers together(List<Pointers> each) {
    List<LogObject> objects = new ArrayList<>();
    for (Pointers pointers : each) {
      switch (pointers) {
        case To(var some) -> objects.addAll(some);
        case Nowhere _ -> {}
        case Broken broken -> {
          return broken;
        }
      }
    }
    return objects.isEmpty() ? new Nowhere() : new To(objects);
  }

  /** The key as the object is called; absent when it is not URL-encoded text. */
  private static Json decoded(Json key) {
    if (key.text().isEmpty()) {
      return key;
    }
    try {
      return new Json.Str(URLDecoder.decode(key.text().get(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return new Json.Absent();
    }
  }
}
