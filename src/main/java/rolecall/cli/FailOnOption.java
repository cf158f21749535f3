package rolecall.cli;

import picocli.CommandLine.Option;
import rolecall.finding.Severity;

/** From which severity on findings make a command fail. */
final class FailOnOption {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "low",
      description =
          "end with 1 when something this grave or graver is found: info, low, medium, high or"
              + " critical; default: low")
  private String failOn;

  Severity severity() throws Refused {
    return Words.severity("--fail-on", failOn);
  }
}
