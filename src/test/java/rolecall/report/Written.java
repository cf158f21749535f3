package rolecall.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a rendering writes. */
final class Written {
  private Written() {}

  static String by(Rendering rendering, Report report) {
    StringWriter out = new StringWriter();
    try {
      rendering.write(report, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
