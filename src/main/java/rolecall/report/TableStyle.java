package rolecall.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How a table is to look.
 *
 * @param width no line of findings is wider, in columns of a terminal
 * @param colour whether the severity is coloured, by ANSI escapes
 * @param charset the character set of what shows the table; what it lacks is escaped
 */
public record TableStyle(int width, boolean colour, Charset charset) {
  /** The widest line where the reader is no terminal, or one of unknown width. */
  public static final int WIDEST = 200;

  public TableStyle {
    Objects.requireNonNull(charset, "charset is null");
  }

  /** For files and other programs. */
  public static TableStyle plain() {
    return new TableStyle(WIDEST, false, StandardCharsets.UTF_8);
  }
}
