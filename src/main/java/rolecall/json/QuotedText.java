package rolecall.json;

/** A string as JSON writes it. Stateless. */
final class QuotedText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private QuotedText() {}

  /** Appends the string in quotes, with escapes where JSON or UTF-8 needs one. */
  static void append(String string, StringBuilder text) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !isLone(string, i)) {
        continue;
      }
      text.append(string, written, i);
      written = i + 1;
      appendEscape(c, text);
    }
    text.append(string, written, string.length()).append('"');
  }

  /** Whether half of a surrogate pair stands alone, which UTF-8 has no bytes for. */
  static boolean hasLoneSurrogate(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (isLone(string, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLone(String string, int index) {
    char c = string.charAt(index);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1))
        : index == 0 || !Character.isHighSurrogate(string.charAt(index - 1));
  }

  private static void appendEscape(char c, StringBuilder text) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default ->
          text.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[(c >> 8) & 0xF])
              .append(HEX[(c >> 4) & 0xF])
              .append(HEX[c & 0xF]);
    }
  }
}
