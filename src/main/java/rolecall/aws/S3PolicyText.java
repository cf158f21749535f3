package rolecall.aws;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import rolecall.policy.PolicyText;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A policy that is an object of S3. */
public record S3PolicyText(AwsClients clients, String bucket, String key) implements PolicyText {
  /** What no policy reaches; more is not read. */
  private static final Duration MOST_LATER = Duration.ofSeconds(4);

  static final int MOST_BYTES = 2 * 1024 * 1024;

  /** What S3 calls the version of an object from before its bucket kept versions. */
  private static final String NO_VERSION = "null";

  public S3PolicyText {
    Objects.requireNonNull(clients, "clients is null");
    Objects.requireNonNull(bucket, "bucket is null");
    Objects.requireNonNull(key, "key is null");
  }

  @Override
  public String name() {
    return "s3://" + bucket + "/" + key;
  }

  /** Whoever has a text already judges by it rather than wait long for another. */
  @Override
  public Fetched fetch(Optional<String> knownTag) {
    if (knownTag.isEmpty()) {
      return fetch(request().build());
    }
    try {
      GetObjectRequest request = request().ifNoneMatch(knownTag.get()).build();
      return new TimeLimit(MOST_LATER).call(() -> fetch(request));
    } catch (TimeoutException _) {
      return new Fetched.Unreachable(
          name()
              + " cannot be read: S3 did not answer within %d s. It is tried again later."
                  .formatted(MOST_LATER.toSeconds()));
    } catch (ExecutionException failed) {
      return new Fetched.Unreachable(name() + " cannot be read: " + failed.getCause() + ".");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Fetched.Unreachable(name() + " was not read: the function is being stopped.");
    }
  }

  @Override
  public Fetched fetchVersion(String version) {
    return fetch(request().versionId(version).build());
  }

  private GetObjectRequest.Builder request() {
    return GetObjectRequest.builder().bucket(bucket).key(key);
  }

  private Fetched fetch(GetObjectRequest request) {
    try {
      return read(S3LogObjects.stream(clients, request));
    } catch (AwsServiceException answered) {
      return answered.statusCode() == 304 ? new Fetched.Unchanged() : unreachable(answered);
    } catch (RuntimeException failed) {
      return unreachable(failed);
    } catch (IOException _) {
      return new Fetched.Unreachable(
          name() + " cannot be read: the connection to S3 broke. It is tried again later.");
    }
  }

  private Fetched read(ResponseInputStream<GetObjectResponse> response) throws IOException {
    try (ObjectStream bytes = new ObjectStream(response)) {
      byte[] text = bytes.readNBytes(MOST_BYTES + 1);
      if (text.length > MOST_BYTES) {
        return new Fetched.Unreachable(
            name() + " is larger than 2 MiB, which no policy is. Name the right object.");
      }
      return new Fetched.Text(
          text,
          response.response().eTag(),
          Optional.ofNullable(response.response().versionId())
              .filter(id -> !id.equals(NO_VERSION)));
    }
  }

  private Fetched unreachable(RuntimeException failed) {
    return new Fetched.Unreachable(name() + " cannot be read. " + S3Failure.ofObject(failed).why());
  }
}
