package rolecall.aws;

import java.util.List;
import java.util.Locale;
import rolecall.alert.Topic.Published;
import rolecall.alert.Topic.Published.NotSent;
import rolecall.alert.Topic.Published.Unacceptable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What a refusal of SNS means. The SDK tries again by itself what it takes for throttling and for
 * faults of AWS; {@code KMSThrottling} and {@code Throttled} it does not.
 */
final class SnsAnswer {
  /** The parts of a message that SNS names when it does not like them; nothing else is repeated. */
  private static final List<String> PARTS =
      List.of("Message too long", "MessageAttributes", "MessageStructure", "Subject", "Message");

  private SnsAnswer() {}

  static Published of(AwsServiceException refused) {
    AwsFailure failure = AwsFailure.of(refused);
    String code = failure.code();
    return switch (code) {
      case "InvalidParameter",
          "InvalidParameterValue",
          "ParameterValueInvalid",
          "ValidationException",
          "ValidationError" ->
          invalid(code, AwsFailure.message(refused));
      case "KMSThrottling" ->
          notSent(code, "KMS throttles the topic's key", "Ask for a higher quota if it stays so.");
      case "KMSAccessDenied" ->
          notSent(
              code,
              "the topic's key may not be used",
              "Allow kms:GenerateDataKey* and kms:Decrypt on the key, in its own policy too, to the"
                  + " function's role.");
      case "KMSDisabled" -> notSent(code, "the topic's key is disabled", "Enable it in KMS.");
      case "KMSInvalidState" ->
          notSent(
              code,
              "the topic's key cannot be used in the state that it is in",
              "Cancel its deletion or finish its import in KMS.");
      case "KMSNotFound" ->
          notSent(code, "the topic's key does not exist", "Give the topic another key.");
      case "KMSOptInRequired" ->
          notSent(code, "this account may not use KMS", "Finish the account's sign-up.");
      case "NotFound" ->
          notSent(
              code,
              "the topic does not exist",
              "Create it, or correct the topic's ARN in the function's settings.");
      case "EndpointDisabled" ->
          notSent(code, "the endpoint is disabled", "Name a topic instead, or enable it.");
      default -> general(failure, refused.statusCode());
    };
  }

  private static Published general(AwsFailure failure, int status) {
    if (status == 413) {
      return new Unacceptable("SNS takes no message of this size (" + failure.code() + ").");
    }
    return switch (failure.kind()) {
      case DENIED ->
          notSent(
              failure.code(),
              "publishing is denied",
              "Allow %s on the topic to the function's role, and let no other policy deny it."
                  .formatted(failure.action().orElse("sns:Publish")));
      case THROTTLED, FAULT, UNREACHABLE, CREDENTIALS, REGION, REFUSED, UNCLEAR ->
          new NotSent(prefixed(failure.why()));
    };
  }

  private static Published invalid(String code, String message) {
    if (message.contains("TopicArn")) {
      return notSent(
          code,
          "SNS does not take the topic's ARN",
          "Correct it in the function's settings; it must lie in the function's Region.");
    }
    String part = PARTS.stream().filter(message::contains).findFirst().orElse("something in it");
    return new Unacceptable(
        "SNS does not take this message (%s: %s).".formatted(code, part.toLowerCase(Locale.ROOT)));
  }

  private static NotSent notSent(String code, String what, String fix) {
    return new NotSent(prefixed("%s (%s). %s".formatted(what, code, fix)));
  }

  /** Begins the sentence with what could not be done. */
  static String prefixed(String why) {
    return "The alert was not published: " + why;
  }
}
