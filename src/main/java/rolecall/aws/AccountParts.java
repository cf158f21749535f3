package rolecall.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.doctor.Backlog;
import rolecall.doctor.Function;
import rolecall.doctor.Looked;
import rolecall.doctor.Mapping;
import rolecall.doctor.Subscription;
import rolecall.doctor.Table;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Reads the queue, topic, table, function and policy of a stack. */
final class AccountParts {
  private final AccountClients clients;

  AccountParts(AccountClients clients) {
    this.clients = clients;
  }

  Looked<Backlog> backlog(String url) {
    return AccountAnswer.of(
        "sqs:GetQueueAttributes",
        () -> {
          Map<QueueAttributeName, String> found =
              clients
                  .queues()
                  .getQueueAttributes(request ->
                      request
                          .queueUrl(url)
                          .attributeNames(
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                  .attributes();
          return new Backlog(
              number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
              number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                  + number(found, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
        });
  }

  private static long number(Map<QueueAttributeName, String> found, QueueAttributeName name) {
    return Long.parseLong(Objects.requireNonNull(found.get(name), "SQS left out " + name));
  }

  Looked<List<Subscription>> subscriptions(String topic) {
    return AccountAnswer.of(
        "sns:ListSubscriptionsByTopic",
        () -> {
          List<Subscription> all = new ArrayList<>();
          clients
              .shared()
              .sns()
              .listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
              .subscriptions()
              .forEach(one -> {
                if (!"Deleted".equals(one.subscriptionArn())) {
                  all.add(
                      new Subscription(one.protocol(), one.subscriptionArn().startsWith("arn:")));
                }
              });
          return all;
        });
  }

  Looked<Table> table(String name) {
    return AccountAnswer.of(
            "dynamodb:DescribeTable",
            () ->
                clients
                    .shared()
                    .dynamoDb()
                    .describeTable(request -> request.tableName(name))
                    .table()
                    .tableStatusAsString())
        .map(status -> new Table(status, expiry(name)));
  }

  private Looked<Optional<String>> expiry(String table) {
    return AccountAnswer.of(
        "dynamodb:DescribeTimeToLive",
        () -> {
          TimeToLiveDescription found =
              clients
                  .shared()
                  .dynamoDb()
                  .describeTimeToLive(request -> request.tableName(table))
                  .timeToLiveDescription();
          return Optional.of(found)
              .filter(live -> String.valueOf(live.timeToLiveStatusAsString()).startsWith("ENABL"))
              .map(TimeToLiveDescription::attributeName);
        });
  }

  Looked<Function> function(String name, Optional<String> alias) {
    return AccountAnswer.of(
        "lambda:GetFunctionConfiguration",
        () -> {
          GetFunctionConfigurationRequest.Builder request =
              GetFunctionConfigurationRequest.builder().functionName(name);
          alias.ifPresent(request::qualifier);
          GetFunctionConfigurationResponse found =
              clients.functions().getFunctionConfiguration(request.build());
          return new Function(
              String.valueOf(found.stateAsString()),
              String.valueOf(found.lastUpdateStatusAsString()),
              found.environment() == null ? Map.of() : found.environment().variables());
        });
  }

  Looked<Optional<Integer>> reservedConcurrency(String function) {
    return AccountAnswer.of(
        "lambda:GetFunctionConcurrency",
        () ->
            Optional.ofNullable(
                clients
                    .functions()
                    .getFunctionConcurrency(request -> request.functionName(function))
                    .reservedConcurrentExecutions()));
  }

  Looked<Mapping> mapping(String id) {
    return AccountAnswer.of(
        "lambda:GetEventSourceMapping",
        () -> {
          GetEventSourceMappingResponse found =
              clients.functions().getEventSourceMapping(request -> request.uuid(id));
          return new Mapping(
              found.state(),
              found.eventSourceArn(),
              found.functionArn(),
              Optional.ofNullable(found.lastProcessingResult()).orElse(""));
        });
  }

  Looked<Instant> changed(String bucket, String key) {
    return AccountAnswer.of(
        "s3:GetObject",
        () ->
            clients
                .shared()
                .s3()
                .headObject(request -> request.bucket(bucket).key(key))
                .lastModified());
  }
}
