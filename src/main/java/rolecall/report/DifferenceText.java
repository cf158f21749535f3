package rolecall.report;

import java.util.ArrayList;
import java.util.List;
import rolecall.alert.Times;
import rolecall.finding.Caller;
import rolecall.finding.Finding;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.monitor.Difference;

/** How two policies judge the same logs, one finding a line, for people. */
public final class DifferenceText {
  private static final String NONE = "-";

  private DifferenceText() {}

  /** The lines; texts of the caller's choice are not yet harmless. */
  public static List<String> lines(Difference difference, PolicyStamp before, PolicyStamp after) {
    List<String> lines = new ArrayList<>();
    difference.changes().forEach(change -> lines.add(line(change)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        "%d added, %d removed, %d of another severity; %d told alike"
            .formatted(
                difference.count(Difference.Kind.ADDED),
                difference.count(Difference.Kind.REMOVED),
                difference.count(Difference.Kind.REGRADED),
                difference.same()));
    lines.add("- policy " + SummaryText.policy(before));
    lines.add("+ policy " + SummaryText.policy(after));
    return lines;
  }

  private static String line(Difference.Change change) {
    Finding finding = change.finding();
    String now = finding.rule().severity().word();
    return "%s %s  %s  %s  %s  %s  %s  %s"
        .formatted(
            sign(change.kind()),
            change.before().map(before -> before.word() + " -> " + now).orElse(now),
            finding.rule().id(),
            Times.show(finding.event()).orElse(NONE),
            finding.event().account().orElse(NONE),
            who(finding.caller()),
            finding.role().map(Role::name).orElse(NONE),
            finding.event().id());
  }

  private static String sign(Difference.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> NONE;
      case REGRADED -> "~";
    };
  }

  private static String who(Caller caller) {
    return caller.name().or(caller::arn).or(caller::account).orElse(caller.kind());
  }
}
