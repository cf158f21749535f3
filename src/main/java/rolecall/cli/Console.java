package rolecall.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
 * @param clock says which day it is, by which the ends of exceptions are measured
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outTerminal,
    boolean errTerminal,
    int columns,
    boolean colour,
    Charset charset,
    Clock clock) {
  Console {
    Objects.requireNonNull(in, "in is null");
    Objects.requireNonNull(out, "out is null");
    Objects.requireNonNull(err, "err is null");
    Objects.requireNonNull(charset, "charset is null");
    Objects.requireNonNull(clock, "clock is null");
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
        charset("stdout.encoding"),
        Clock.systemUTC());
  }

  private static Charset charset(String property) {
    return Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
  }

  /** The day in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What to do about results that cannot be written. */
  static final String ELSEWHERE = "Send it to a file where you may write.";

  /** Something that writes results. */
  @FunctionalInterface
  interface Results {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes results to standard output. That its reader has gone is no error.
   *
   * @param bytesMatter whether another program reads them, so that a terminal's own character set
   *     must not be used
   * @param fix what to do when it cannot be written, as an imperative sentence
   * @throws Refused when standard output cannot be written
   */
  void write(boolean bytesMatter, String fix, Results results) throws Refused {
    Charset to = bytesMatter || !outTerminal ? StandardCharsets.UTF_8 : charset;
    // Left open: the process owns standard output.
    Writer buffered = new BufferedWriter(new OutputStreamWriter(out, to), 1 << 16);
    try {
      results.write(buffered);
      buffered.flush();
    } catch (IOException failed) {
      if (!FileTrouble.isReaderGone(failed)) {
        throw Refused.file(
            "standard output cannot be written: %s. %s".formatted(FileTrouble.why(failed), fix),
            failed);
      }
    }
  }

  /** Writes lines for people to standard output; what could steer a terminal is escaped. */
  void writeLines(List<String> lines) throws Refused {
    Charset to = outTerminal ? charset : StandardCharsets.UTF_8;
    Harmless harmless = new Harmless(to.newEncoder());
    write(
        false,
        ELSEWHERE,
        writer -> {
          for (String line : lines) {
            writer.write(harmless.show(line));
            writer.write('\n');
          }
        });
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
