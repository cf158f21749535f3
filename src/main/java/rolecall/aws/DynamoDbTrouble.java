package rolecall.aws;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import rolecall.ledger.StoreTrouble;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What went wrong with the table, and how to mend it. Quotes codes and never messages: these repeat
 * keys, ARNs and whatever else was sent.
 */
final class DynamoDbTrouble {
  private static final Set<String> SIGNATURES =
      Set.of(
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "IncompleteSignatureException",
          "MissingAuthenticationTokenException",
          "MissingAuthenticationToken",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "ExpiredTokenException",
          "ExpiredToken");

  private DynamoDbTrouble() {}

  static StoreTrouble late(String table, Duration most, Throwable cause) {
    return new StoreTrouble(
        ("the table %s did not answer within %d ms: see whether the function can reach DynamoDB (in"
                + " a VPC it needs a gateway endpoint)")
            .formatted(table, most.toMillis()),
        cause);
  }

  static StoreTrouble interrupted(String table, Throwable cause) {
    return new StoreTrouble(
        "the function was ending while it waited for the table " + table, cause);
  }

  /**
   * @param action the IAM action that the call needs
   */
  static StoreTrouble of(Throwable cause, String table, String action, Duration most) {
    return switch (cause) {
      case ApiCallTimeoutException timeout -> late(table, most, timeout);
      case ApiCallAttemptTimeoutException timeout -> late(table, most, timeout);
      case AbortedException aborted -> late(table, most, aborted);
      case AwsServiceException refused -> answered(refused, table, action);
      case SdkClientException unheard -> unheard(unheard, table);
      case UncheckedIOException unheard -> unheard(unheard, table);
      default ->
          new StoreTrouble(
              "an error of Rolecall's own (%s) came between it and the table %s: please report it"
                  .formatted(cause.getClass().getSimpleName(), table),
              cause);
    };
  }

  private static StoreTrouble answered(AwsServiceException answer, String table, String action) {
    String code =
        Optional.ofNullable(answer.awsErrorDetails())
            .map(details -> details.errorCode())
            .filter(known -> known.matches("[A-Za-z0-9.]{1,80}"))
            .orElse("HTTP status " + answer.statusCode());
    return new StoreTrouble("the table %s %s".formatted(table, what(answer, code, action)), answer);
  }

  private static String what(AwsServiceException answer, String code, String action) {
    if (answer.isThrottlingException() || code.equals("RequestLimitExceeded")) {
      return "is throttled (%s): give it on-demand capacity, or more of it".formatted(code);
    }
    if (code.equals("ResourceNotFoundException")) {
      return "does not exist in this Region (%s): set ROLECALL_TABLE_NAME to the table's name, or"
              .formatted(code)
          + " deploy the stack again";
    }
    if (SIGNATURES.contains(code)) {
      return "does not know the credentials (%s): they are wrong, or have expired".formatted(code);
    }
    if (code.startsWith("AccessDenied") || answer.statusCode() == 403) {
      return "refuses the function's role (%s): allow it %s, and kms:Decrypt where the table has a"
              .formatted(code, action)
          + " key of its own";
    }
    if (code.equals("ValidationException")) {
      return "takes no such items (%s): its keys must be pk and sk, both strings; see also whether"
              .formatted(code)
          + " ROLECALL_TABLE_NAME is the table's name";
    }
    if (answer.statusCode() >= 500) {
      return "has a fault of its own (%s): it should pass by itself".formatted(code);
    }
    return "refuses what it was asked (%s)".formatted(code);
  }

  private static StoreTrouble unheard(Throwable unheard, String table) {
    Throwable root = unheard;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new StoreTrouble(
        ("the table %s could not be asked (%s): see whether the function can reach DynamoDB and has"
                + " credentials, and what AWS_ENDPOINT_URL says")
            .formatted(table, root.getClass().getSimpleName()),
        unheard);
  }
}
