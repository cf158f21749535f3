package rolecall.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;

/** What one run of the command line printed, and how it ended. */
record Ran(String out, String err, int code) {
  /** The morning of most sample events. */
  static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

  static Ran with(String... words) {
    return with("", false, words);
  }

  /** With a terminal on both outputs. */
  static Ran onTerminal(String... words) {
    return with("", true, words);
  }

  static Ran with(String input, boolean terminal, String... words) {
    return of(input, terminal, console -> Main.run(console, words));
  }

  /** What something printed that is not the whole command line. */
  static Ran of(String input, boolean terminal, ToIntFunction<Console> run) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            200,
            true,
            StandardCharsets.UTF_8,
            TODAY);
    int code = run.applyAsInt(console);
    return new Ran(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), code);
  }
}
