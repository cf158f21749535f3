package rolecall.aws;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClientBuilder;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Clients that only doctor needs; the function's package does not hold their libraries. The others
 * are those of {@link AwsClients}, which whoever made them closes.
 */
final class AccountClients implements AutoCloseable {
  private static final Patience PATIENCE = Patience.ALERTS;

  private final AwsClients shared;
  private final Lazy<CloudFormationClient> stacks =
      new Lazy<>(() -> settled(CloudFormationClient.builder(), "CLOUDFORMATION").build());
  private final Lazy<AccountClient> regions =
      new Lazy<>(() -> settled(AccountClient.builder(), "ACCOUNT").build());
  private final Lazy<SqsClient> queues =
      new Lazy<>(() -> settled(SqsClient.builder(), "SQS").build());
  private final Lazy<LambdaClient> functions =
      new Lazy<>(() -> settled(LambdaClient.builder(), "LAMBDA").build());
  private final Lazy<CloudWatchClient> metrics =
      new Lazy<>(() -> settled(CloudWatchClient.builder(), "CLOUDWATCH").build());
  private final Map<String, EventBridgeClient> events = new ConcurrentHashMap<>();
  private final Map<String, CloudTrailClient> trails = new ConcurrentHashMap<>();

  AccountClients(AwsClients shared) {
    this.shared = Objects.requireNonNull(shared, "shared is null");
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B settled(
      B builder, String service) {
    return shared.settle(builder, PATIENCE, service);
  }

  AwsClients shared() {
    return shared;
  }

  CloudFormationClient stacks() {
    return stacks.get();
  }

  AccountClient regions() {
    return regions.get();
  }

  SqsClient queues() {
    return queues.get();
  }

  LambdaClient functions() {
    return functions.get();
  }

  CloudWatchClient metrics() {
    return metrics.get();
  }

  /** In that Region, or where everything else is asked. */
  EventBridgeClient events(Optional<String> region) {
    return events.computeIfAbsent(
        region.orElse(""),
        _ -> {
          EventBridgeClientBuilder builder = settled(EventBridgeClient.builder(), "EVENTBRIDGE");
          region.map(Region::of).ifPresent(builder::region);
          return builder.build();
        });
  }

  /** In that Region. */
  CloudTrailClient trails(String region) {
    return trails.computeIfAbsent(
        region,
        _ -> {
          CloudTrailClientBuilder builder = settled(CloudTrailClient.builder(), "CLOUDTRAIL");
          return builder.region(Region.of(region)).build();
        });
  }

  @Override
  public void close() {
    Stream.of(stacks, regions, queues, functions, metrics)
        .flatMap(lazy -> lazy.ifMade().stream())
        .forEach(SdkAutoCloseable::close);
    events.values().forEach(SdkAutoCloseable::close);
    trails.values().forEach(SdkAutoCloseable::close);
  }
}
