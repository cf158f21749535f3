package rolecall.aws;

import java.util.Set;
import java.util.function.Supplier;
import rolecall.doctor.Looked;

/** Calls AWS and says what came of it. Stateless. */
final class AccountAnswer {
  /** What services call a thing that is not there. */
  private static final Set<String> NOT_THERE =
      Set.of(
          "ResourceNotFoundException",
          "ResourceNotFound",
          "NotFound",
          "NotFoundException",
          "NoSuchKey",
          "NoSuchBucket",
          "QueueDoesNotExist",
          "AWS.SimpleQueueService.NonExistentQueue",
          "TrailNotFoundException",
          "HTTP 404");

  private AccountAnswer() {}

  /**
   * @param action which the caller of AWS needs for it: {@code sqs:GetQueueAttributes}
   */
  static <T> Looked<T> of(String action, Supplier<T> call) {
    try {
      return new Looked.Seen<>(call.get());
    } catch (RuntimeException failed) {
      return failed(action, AwsFailure.of(failed));
    }
  }

  private static <T> Looked<T> failed(String action, AwsFailure failure) {
    if (NOT_THERE.contains(failure.code())) {
      return new Looked.Missing<>();
    }
    // An answer to HEAD has no body, so nothing but its status says that it is a denial.
    if (failure.code().equals("HTTP 403")) {
      return new Looked.Unseen<>(
          "AWS denies the call (HTTP 403)", "Allow %s to whoever calls.".formatted(action), false);
    }
    return switch (failure.kind()) {
      case DENIED ->
          new Looked.Unseen<>(
              failure.what(),
              "Allow %s to whoever calls.".formatted(failure.action().orElse(action)),
              false);
      case CREDENTIALS, REGION, UNREACHABLE ->
          new Looked.Unseen<>(failure.what(), failure.fix(), true);
      case THROTTLED, FAULT, UNCLEAR ->
          new Looked.Unseen<>(failure.what(), "Ask again later.", false);
      case REFUSED -> new Looked.Unseen<>(failure.what(), failure.fix(), false);
    };
  }
}
