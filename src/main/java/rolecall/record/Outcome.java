package rolecall.record;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import rolecall.json.Json;

/**
 * How a call ended.
 *
 * <p>No error code alone does not mean success: failed console sign-ins have none, only the word
 * {@code Failure} in the response or an error message.
 */
public enum Outcome {
  /** It was done. */
  SUCCESS,
  /** The caller was not allowed to: access denied, in any of AWS's spellings. */
  DENIED,
  /** The caller was allowed to ask, and the service would not: the role is AWS's own. */
  REFUSED,
  /** Anything else that went wrong. */
  FAILED;

  private static final Pattern DENIED_CODES =
      Pattern.compile(
          "(?i)(client\\.)?(accessdenied.*|.*unauthorizedoperation|forbidden.*"
              + "|unauthorizedclientexception|notauthorized.*|vpceaccessdenied)");
  private static final Pattern REFUSED_CODES =
      Pattern.compile("(?i)(unmodifiableentity.*|operationnotpermitted.*|operationnotallowed.*)");

  /** How the call of a record ended. */
  public static Outcome of(TrailRecord record) {
    Optional<String> code = record.errorCode();
    Optional<String> message = record.errorMessage();
    if (code.filter(c -> DENIED_CODES.matcher(c).matches()).isPresent()
        || (code.isEmpty() && message.filter(ErrorText::isDenial).isPresent())) {
      return DENIED;
    }
    if (code.filter(c -> REFUSED_CODES.matcher(c).matches()).isPresent()
        || message.flatMap(ErrorText::protectedRole).isPresent()) {
      return REFUSED;
    }
    boolean failed =
        code.isPresent()
            || message.isPresent()
            || hasUnreadableError(record)
            || saysFailure(record);
    return failed ? FAILED : SUCCESS;
  }

  /** Whether there is an error of a shape that says nothing; surely no success then. */
  static boolean hasUnreadableError(TrailRecord record) {
    return isUnreadable(record.tree().get("errorCode"))
        || isUnreadable(record.tree().get("errorMessage"));
  }

  private static boolean isUnreadable(Json error) {
    return !error.isNothing() && error.text().isEmpty();
  }

  private static boolean saysFailure(TrailRecord record) {
    return record
        .response()
        .get(record.eventName())
        .text()
        .filter(word -> word.equalsIgnoreCase("Failure"))
        .isPresent();
  }

  /** The word in facts and outputs: {@code denied}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
