package rolecall.alert;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Makes a text that a caller may have chosen safe to show: it cannot end a line, steer a terminal,
 * turn the reading direction or hide what stands beside it. Such characters are shown as escapes
 * ({@code \u001b}), and so is what the target's character set lacks. Not thread-safe.
 */
public final class Harmless {
  private static final HexFormat HEX = HexFormat.of();

  private final CharsetEncoder target;

  /**
   * @param target the character set of what shows the text
   */
  public Harmless(CharsetEncoder target) {
    this.target = Objects.requireNonNull(target, "target is null");
  }

  /** For output in UTF-8. */
  public static Harmless utf8() {
    return new Harmless(StandardCharsets.UTF_8.newEncoder());
  }

  /** The text, harmless. A backslash stays as it is. */
  public String show(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (isPlain(point)) {
            shown.append((char) point);
            return;
          }
          String written = Character.toString(point);
          if (isHarmful(point) || !target.canEncode(written)) {
            escape(point, shown);
          } else {
            shown.append(written);
          }
        });
    return shown.toString();
  }

  /** Printable ASCII, which most texts are and every character set has. */
  static boolean isPlain(int point) {
    return point >= ' ' && point <= '~';
  }

  /** Whether a character is invisible, or does more than show itself. */
  static boolean isHarmful(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlankLetter(point);
    };
  }

  /** Letters and marks that show nothing: Hangul fillers, joiners, variation selectors. */
  private static boolean isBlankLetter(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || point == 0x2800
        || point == 0x3164
        || point == 0xFFA0
        || (point >= 0x180B && point <= 0x180F)
        || (point >= 0xFE00 && point <= 0xFE0E)
        || (point >= 0xE0100 && point <= 0xE01EF);
  }

  /** Writes {@code \}{@code uXXXX} for each UTF-16 unit, which is a JSON escape too. */
  static void escape(int point, StringBuilder into) {
    for (char unit : Character.toChars(point)) {
      into.append("\\u");
      HEX.toHexDigits(into, (byte) (unit >> 8));
      HEX.toHexDigits(into, (byte) unit);
    }
  }
}
