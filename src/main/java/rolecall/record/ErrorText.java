package rolecall.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What IAM and STS say in {@code errorMessage} and nowhere else.
 *
 * <p>A denied call has null request parameters, so the role it was about stands only here. No text
 * of the caller's choice can imitate these phrases: session, user and role names hold no spaces.
 */
final class ErrorText {
  private static final Pattern PROTECTED = Pattern.compile("protected role '([^']+)'");
  private static final Pattern RESOURCE =
      Pattern.compile("on resource: [\"']?(?:(arn:[^\\s\"']+)|role ([^\\s\"']+))");

  private static final Pattern ANY_RESOURCE =
      Pattern.compile(
          "on resource: [\"']?(?:(?:role|user|group|policy|instance profile) )?([^\\s\"']+)");

  private ErrorText() {}

  /** Whether it says that a caller may not do what it asked for. */
  static boolean isDenial(String message) {
    return message.contains(" is not authorized to perform: ");
  }

  /** The role's name in "Cannot perform the operation on the protected role 'NAME'". */
  static Optional<String> protectedRole(String message) {
    Matcher matcher = PROTECTED.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The resource in "... on resource: arn:..." when it is written as an ARN. */
  static Optional<Arn> deniedArn(String message) {
    Matcher matcher = RESOURCE.matcher(message);
    return matcher.find() && matcher.group(1) != null
        ? Arn.parse(withoutPunctuation(matcher.group(1)))
        : Optional.empty();
  }

  /** The role's name in "... on resource: role NAME", which IAM writes for most role edits. */
  static Optional<String> deniedRoleName(String message) {
    Matcher matcher = RESOURCE.matcher(message);
    return matcher.find() && matcher.group(2) != null
        ? Optional.of(withoutPunctuation(matcher.group(2)))
        : Optional.empty();
  }

  /** The name or ARN in "... on resource: ..." whatever it is of; empty when it is all of them. */
  static Optional<String> deniedResource(String message) {
    Matcher matcher = ANY_RESOURCE.matcher(message);
    return matcher.find()
        ? Optional.of(withoutPunctuation(matcher.group(1))).filter(name -> !name.equals("*"))
        : Optional.empty();
  }

  private static String withoutPunctuation(String word) {
    int end = word.length();
    while (end > 0 && ".,;:)".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
