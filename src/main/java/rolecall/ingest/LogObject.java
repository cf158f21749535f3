package rolecall.ingest;

import java.util.Objects;
import java.util.Optional;

/**
 * A log file in S3 that a notice or a task points to.
 *
 * @param key as the object is called, not URL-encoded
 * @param version the object's version, where the notice names one
 */
public record LogObject(String bucket, String key, Optional<String> version) {
  public LogObject {
    Objects.requireNonNull(bucket, "bucket is null");
    Objects.requireNonNull(key, "key is null");
    Objects.requireNonNull(version, "version is null");
  }

  /** {@code s3://bucket/key}. */
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }
}
