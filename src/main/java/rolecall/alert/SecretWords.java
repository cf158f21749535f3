package rolecall.alert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolecall.json.Json;

/**
 * Finds in a text what stands behind the name of a secret: {@code X-Amz-Security-Token=…} in an
 * address, {@code "sessionToken":"…"} in JSON that was cut off, {@code Authorization: …} in a
 * message.
 */
final class SecretWords {
  private static final Pattern WORD =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_.-]{0,80}+)(\\\\*+[\"'])?\\s*+(?:=|:|%3[DdAa])\\s*+(\\\\*+[\"'])?");

  private static final Pattern VALUE = Pattern.compile("[^\\s\"'&,;<>}\\])\\\\]++");

  private static final Pattern LINE = Pattern.compile("[^\\r\\n\"'\\\\]++");

  private SecretWords() {}

  static String hide(String text) {
    if (text.indexOf('=') < 0 && text.indexOf(':') < 0 && text.indexOf('%') < 0) {
      return text;
    }
    Matcher word = WORD.matcher(text);
    StringBuilder shown = new StringBuilder(text.length());
    int written = 0;
    int from = 0;
    while (from <= text.length() && word.find(from)) {
      if (!SecretNames.isSecretWord(word.group(1))) {
        from = word.end(1);
        continue;
      }
      int end = end(text, word);
      String value = text.substring(word.end(), end);
      if (isSecret(value)) {
        shown.append(text, written, word.end()).append(Secrets.REDACTED);
        written = end;
      }
      from = end;
    }
    return written == 0 ? text : shown.append(text, written, text.length()).toString();
  }

  /** Where the value that begins behind the word ends. */
  private static int end(String text, Matcher word) {
    String quote = word.group(3);
    if (quote != null) {
      int closing = text.indexOf(quote, word.end());
      return closing < 0 ? text.length() : closing;
    }
    Pattern value = SecretNames.isWholeLine(word.group(1)) ? LINE : VALUE;
    Matcher matcher = value.matcher(text).region(word.end(), text.length());
    return matcher.lookingAt() ? matcher.end() : word.end();
  }

  private static boolean isSecret(String value) {
    return !value.isBlank()
        && !value.equals(Json.HIDDEN)
        && !value.equals("null")
        && !value.equals("true")
        && !value.equals("false")
        && !value.startsWith(Secrets.REDACTED)
        && !value.startsWith("{")
        && !value.startsWith("[");
  }
}
