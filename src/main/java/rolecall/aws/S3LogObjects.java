package rolecall.aws;

import java.time.Duration;
import java.util.Objects;
import rolecall.ingest.LogObject;
import rolecall.ingest.LogObjects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Objects of S3, read as they come and never held whole. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>.
 */
public record S3LogObjects(AwsClients clients) implements LogObjects {
  public S3LogObjects {
    Objects.requireNonNull(clients, "clients is null");
  }

  @Override
  public Opened open(LogObject object) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(object.bucket()).key(object.key());
    object.version().ifPresent(request::versionId);
    try {
      return new Opened.Stream(new ObjectStream(stream(clients, request.build())));
    } catch (RuntimeException failed) {
      return S3Failure.ofObject(failed).opened();
    }
  }

  /** The caller closes the stream; until then it holds a connection. */
  static ResponseInputStream<GetObjectResponse> stream(
      AwsClients clients, GetObjectRequest request) {
    // No watchdog for readers that never begin: ours begin at once, and a watchdog is a thread.
    return clients.s3().getObject(request, ResponseTransformer.toInputStream(Duration.ZERO));
  }
}
