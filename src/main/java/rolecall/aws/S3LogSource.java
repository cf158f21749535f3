package rolecall.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import rolecall.ingest.CannotOpen;
import rolecall.ingest.LogObject;
import rolecall.ingest.LogSource;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** An object of S3 as an input of the command line. */
record S3LogSource(AwsClients clients, LogObject object, boolean named) implements LogSource {
  static S3LogSource of(AwsClients clients, String bucket, String key, boolean named) {
    return new S3LogSource(clients, new LogObject(bucket, key, Optional.empty()), named);
  }

  @Override
  public String name() {
    return object.uri();
  }

  @Override
  public InputStream open() throws IOException {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(object.bucket()).key(object.key()).build();
    try {
      return new ObjectStream(S3LogObjects.stream(clients, request));
    } catch (RuntimeException failed) {
      S3Failure failure = S3Failure.ofObject(failed);
      throw new CannotOpen(failure.what(), failure.fix());
    }
  }
}
