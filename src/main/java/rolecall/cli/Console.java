package rolecall.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import rolecall.alert.Harmless;
import rolecall.report.TableStyle;

/**
 * What a command reads from and writes to.
 *
 * @param out results, as bytes; throws when the reader has gone
 * @param err messages for people
 * @param outTerminal whether a person sees {@code out} at once
 * @param errTerminal whether a person sees {@code err} at once
 * @param columns how wide the terminal is; {@link TableStyle#WIDEST} when that is not known
 * @param colour whether colour is welcome on a terminal
 * @param charset the character set of a terminal; other readers get UTF-8
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outTerminal,
    boolean errTerminal,
    int columns,
    boolean colour,
    Charset charset) {
  Console {
    Objects.requireNonNull(in, "in is null");
    Objects.requireNonNull(out, "out is null");
    Objects.requireNonNull(err, "err is null");
    Objects.requireNonNull(charset, "charset is null");
  }

  /**
   * The streams of this process. Whether they are terminals only the launcher can tell, since Java
   * knows of both together at most: it sets the properties {@code rolecall.stdout.tty}, {@code
   * rolecall.stderr.tty} and {@code rolecall.columns}.
   */
  static Console ofProcess() {
    boolean outTerminal = Boolean.getBoolean("rolecall.stdout.tty");
    boolean errTerminal = Boolean.getBoolean("rolecall.stderr.tty");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    String noColour = System.getenv("NO_COLOR");
    int columns = Integer.getInteger("rolecall.columns", TableStyle.WIDEST);
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(
            new FileOutputStream(FileDescriptor.err),
            true,
            errTerminal ? charset("stderr.encoding") : StandardCharsets.UTF_8),
        outTerminal,
        errTerminal && !dumb,
        columns > 0 ? columns : TableStyle.WIDEST,
        !dumb && (noColour == null || noColour.isEmpty()),
        charset("stdout.encoding"));
  }

  private static Charset charset(String property) {
    return Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
  }

  /** Tells a person something, in one line whatever the message holds. */
  void say(String message) {
    err.println(new Harmless(err.charset().newEncoder()).show("rolecall: " + message));
  }

  /** Prints a text of several lines for a person; what could steer a terminal is escaped. */
  void print(String text) {
    Harmless harmless = new Harmless(err.charset().newEncoder());
    text.lines().map(harmless::show).forEach(err::println);
  }
}
