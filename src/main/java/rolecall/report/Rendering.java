package rolecall.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a report in one form. Stateless and thread-safe; the same report gives the same text. */
@FunctionalInterface
public interface Rendering {
  /**
   * Writes the whole text, the last line ended, and neither flushes nor closes {@code out}.
   *
   * @throws IOException when {@code out} throws it
   */
  void write(Report report, Writer out) throws IOException;
}
