package rolecall.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Clients of AWS that share one HTTP client, each built when it is first asked for. They obey the
 * SDK's own variables, {@code AWS_ENDPOINT_URL} among them. Thread-safe.
 */
public final class AwsClients implements AutoCloseable {
  /** The client for alerts. */
  public SnsClient sns() {
    throw new UnsupportedOperationException();
  }

  /** The client for the ledger's table. */
  public DynamoDbClient dynamoDb() {
    throw new UnsupportedOperationException();
  }

  /** The client for log files and policies. */
  public S3Client s3() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
