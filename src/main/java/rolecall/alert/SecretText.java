package rolecall.alert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets inside a text and puts {@link Secrets#REDACTED} in their place. */
final class SecretText {
  /**
   * No session or role name is this long, so nobody can hide one by making it look like a token.
   */
  private static final int LONGER_THAN_NAMES = 65;

  private static final String PACKED = "[A-Za-z0-9+/=%_\\\\-]";

  /** JSON Web Tokens, and JSON in base64, which begins the same way. */
  private static final Pattern WEB_TOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{6,}+\\.[A-Za-z0-9_-]{6,}+(?:\\.[A-Za-z0-9_-]*+)*+|eyJ"
              + PACKED
              + "{40,}+");

  /** Session tokens of STS by how they begin, and XML in base64, such as a SAML response. */
  private static final Pattern SESSION_TOKEN =
      Pattern.compile(
          "(?:FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|IQoJb3JpZ2lu|AQoDYXdz|AQoEXAMPLE|PHNhbWx|PFNBTUw"
              + "|PD94bWwg)"
              + PACKED
              + "{8,}+");

  private static final Pattern LONG_RUN =
      Pattern.compile("(?<![A-Za-z0-9+/=%_\\\\-])" + PACKED + "{100,}+");

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(?:bearer|basic)\\s++([A-Za-z0-9._~+/=-]{8,}+)");

  private static final Pattern USER_IN_ADDRESS =
      Pattern.compile("://[^/\\s:@\"']{1,256}+:([^/\\s@\"']{1,256}+)@");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);

  private static final Pattern SAML =
      Pattern.compile("<(?:\\w{1,20}:)?(?:Assertion|Response)\\b.*", Pattern.DOTALL);

  private static final int LONGEST_ARN = 2048;

  private static final int FEWEST_KINDS = 16;

  private SecretText() {}

  /** The text of a record without secrets. */
  static String hide(String text) {
    if (text.length() < 8) {
      return text;
    }
    String shown = SecretWords.hide(text);
    shown = all(PRIVATE_KEY, shown, 0);
    shown = shown.contains("urn:oasis:names:tc:SAML") ? all(SAML, shown, 0) : shown;
    shown = all(BEARER, shown, 1);
    shown = all(USER_IN_ADDRESS, shown, 1);
    return hideTokens(shown, 0);
  }

  /** A sentence without secrets; what is no longer than a name stays, unless a word names it. */
  static String hideInSentence(String text) {
    return text.length() < LONGER_THAN_NAMES ? text : hideInName(SecretWords.hide(text));
  }

  /** A line such as {@code path: wanted "a", found "b"} without secrets. */
  static String hideInExplanation(String line) {
    int colon = line.indexOf(": ");
    if (colon > 0) {
      int last = Math.max(line.lastIndexOf('.', colon), line.lastIndexOf(' ', colon - 1));
      if (SecretNames.isSecretMember(line.substring(last + 1, colon))) {
        return line.substring(0, colon + 2) + Secrets.REDACTED;
      }
    }
    return hideInName(SecretWords.hide(line));
  }

  /** A name or ARN without tokens; what is no longer than a name stays. */
  static String hideInName(String text) {
    return text.length() < LONGER_THAN_NAMES ? text : hideTokens(text, LONGER_THAN_NAMES);
  }

  private static String hideTokens(String text, int shortest) {
    String shown = longer(WEB_TOKEN, text, shortest);
    shown = longer(SESSION_TOKEN, shown, shortest);
    String runs = shown;
    return LONG_RUN
        .matcher(runs)
        .replaceAll(found ->
            isMixed(found.group()) && !isInArn(runs, found.start())
                ? Secrets.REDACTED
                : Matcher.quoteReplacement(found.group()));
  }

  private static String longer(Pattern pattern, String text, int shortest) {
    return pattern
        .matcher(text)
        .replaceAll(found ->
            found.group().length() >= shortest
                ? Secrets.REDACTED
                : Matcher.quoteReplacement(found.group()));
  }

  private static String all(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder shown = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find()) {
      shown.append(text, from, matcher.start(group)).append(Secrets.REDACTED);
      from = matcher.end(group);
    }
    return from == 0 ? text : shown.append(text, from, text.length()).toString();
  }

  /** A long path in an ARN is somebody's choice and no token. */
  private static boolean isInArn(String text, int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST_ARN
        && " \t\r\n\"',;()[]".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.startsWith("arn:", start);
  }

  /** Random bytes in base64 have letters of both cases and digits, and many of them. */
  private static boolean isMixed(String run) {
    return run.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && run.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
        && run.chars().anyMatch(c -> c >= '0' && c <= '9')
        && run.chars().distinct().count() >= FEWEST_KINDS;
  }
}
