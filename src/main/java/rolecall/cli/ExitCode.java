package rolecall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import rolecall.finding.Severity;
import rolecall.monitor.ScanResult;

/** What a process says when it ends. {@link #UNREADABLE} outranks {@link #FINDINGS}. */
enum ExitCode {
  CLEAN(0, "nothing found at or above --fail-on"),
  FINDINGS(1, "findings at or above --fail-on"),
  USAGE(2, "wrong usage, a bad policy, or output that cannot be written"),
  UNREADABLE(3, "some input could not be read; the rest was judged (outranks 1)");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What a scan ends with when findings at or above {@code failOn} matter. */
  static ExitCode of(ScanResult result, Severity failOn) {
    if (!result.problems().isEmpty() || result.summary().unreadable() > 0) {
      return UNREADABLE;
    }
    boolean found =
        result.told().stream().anyMatch(told -> told.finding().rule().severity().atLeast(failOn));
    return found ? FINDINGS : CLEAN;
  }

  int number() {
    return number;
  }

  /** Lists all codes at the end of a command's help. */
  static void describeIn(CommandSpec command) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      lines.put(" " + code.number, code.meaning);
    }
    command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(lines);
  }
}
