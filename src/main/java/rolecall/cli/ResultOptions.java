package rolecall.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;
import rolecall.finding.Severity;

/** The options of every command that judges records: by which policy, and what to tell how. */
final class ResultOptions {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "judge by this policy instead of the shipped one")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table, json (one document), jsonl (one finding a line), ocsf (Detection Findings, one"
              + " event a line), sarif (2.1.0) or csv; default: table")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the results to this file, whole or not at all")
  private String output;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      defaultValue = "info",
      description =
          "show only findings this grave or graver; the counts and the exit code stay those of all"
              + " findings")
  private String severity;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "json or jsonl results of an earlier run: what they tell is counted, not told again")
  private String baseline;

  @Option(names = "--quiet", description = "no progress, notes or warnings; errors stay")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "no colour on a terminal; a NO_COLOR variable that is not empty does the same")
  private boolean noColour;

  @Option(
      names = "--show-observed",
      description = "show what rules in mode observe found as well; it never changes the exit code")
  private boolean showObserved;

  /**
   * What is asked for, of events from one moment on and before another.
   *
   * @param failOn findings at or above it matter for the exit code
   */
  ResultRequest request(
      Console console, Severity failOn, Optional<Instant> since, Optional<Instant> until)
      throws Refused {
    return new ResultRequest(
        Words.path("--policy", policy),
        Words.format("--format", format),
        Words.path("--output", output).filter(file -> !file.toString().equals("-")),
        failOn,
        Words.severity("--severity", severity),
        since,
        until,
        Words.path("--baseline", baseline),
        quiet,
        console.colour() && !noColour,
        showObserved);
  }
}
