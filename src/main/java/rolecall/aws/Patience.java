package rolecall.aws;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How long calls to a service may take. A blocked read cannot be interrupted, so it is the limit of
 * the connection that ends a call to a server which never answers; the limit of the whole call only
 * keeps further attempts from beginning.
 *
 * @param connecting until a connection stands
 * @param silence between two bytes of an answer
 * @param attempts all of them, the first one included
 * @param whole all attempts together, with the pauses between them, until an answer begins
 */
record Patience(Duration connecting, Duration silence, int attempts, Duration whole) {
  /** An alert waits for nothing else, and its message comes back when it fails. */
  static final Patience ALERTS =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(3), 3, Duration.ofSeconds(10));

  /** An alert goes out without the ledger after 2 seconds. */
  static final Patience LEDGER =
      new Patience(Duration.ofMillis(700), Duration.ofMillis(900), 2, Duration.ofMillis(1_800));

  /** Objects may be large, and nothing can be done without them. */
  static final Patience OBJECTS =
      new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), 3, Duration.ofSeconds(30));

  /** Whoever looks up events keeps a pace of its own, which hidden attempts would break. */
  static final Patience LOOKUPS =
      new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), 1, Duration.ofSeconds(40));

  Patience {
    Objects.requireNonNull(connecting, "connecting is null");
    Objects.requireNonNull(silence, "silence is null");
    Objects.requireNonNull(whole, "whole is null");
  }

  /** The HTTP client costs next to nothing: the connections belong to the JVM and are shared. */
  SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(connecting)
        .socketTimeout(silence)
        .build();
  }

  /** The SDK's standard way to try again, so often in all. */
  ClientOverrideConfiguration.Builder limits(int attempts) {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(whole)
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(attempts).build());
  }
}
