package rolecall.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** How long a call of the table may take, and how often it is tried. */
final class DynamoDbLimits {
  /**
   * Once more, since the first call after a pause often meets a connection that is dead; the SDK's
   * own eight times take longer than an alert may wait.
   */
  private static final int ATTEMPTS = 2;

  private static final BackoffStrategy SOON =
      BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(100));

  private static final StandardRetryStrategy RETRIES =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .maxAttempts(ATTEMPTS)
          .backoffStrategy(SOON)
          .throttlingBackoffStrategy(SOON)
          .build();

  private static final SdkPlugin FEW_RETRIES =
      client -> client.overrideConfiguration(override -> override.retryStrategy(RETRIES));

  private DynamoDbLimits() {}

  /**
   * @param most at least a millisecond
   */
  static AwsRequestOverrideConfiguration of(Duration most) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(most)
        .apiCallAttemptTimeout(most)
        .addPlugin(FEW_RETRIES)
        .build();
  }
}
