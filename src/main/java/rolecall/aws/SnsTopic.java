package rolecall.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import rolecall.alert.AlertMessage;
import rolecall.alert.Topic;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * A topic of SNS, published to one message at a time. See <a
 * href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>.
 *
 * @param arn of the topic, which lies in the clients' Region
 */
public record SnsTopic(AwsClients clients, String arn) implements Topic {
  public SnsTopic {
    Objects.requireNonNull(clients, "clients is null");
    Objects.requireNonNull(arn, "arn is null");
  }

  @Override
  public Published publish(AlertMessage message) {
    PublishRequest request =
        PublishRequest.builder()
            .topicArn(arn)
            .subject(message.subject())
            .messageStructure("json")
            .message(message.json())
            .messageAttributes(attributes(message))
            .build();
    try {
      return new Published.Sent(clients.sns().publish(request).messageId());
    } catch (AwsServiceException refused) {
      return SnsAnswer.of(refused);
    } catch (RuntimeException failed) {
      return new Published.NotSent(SnsAnswer.prefixed(AwsFailure.of(failed).why()));
    }
  }

  private static Map<String, MessageAttributeValue> attributes(AlertMessage message) {
    Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
    message
        .attributes()
        .forEach((name, value) ->
            attributes.put(
                name,
                MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
    return attributes;
  }
}
