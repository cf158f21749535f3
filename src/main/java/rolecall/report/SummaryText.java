package rolecall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Summary;

/** The counts of a scan in a few lines for people. */
final class SummaryText {
  private static final int HASH_DIGITS = 12;

  private SummaryText() {}

  static List<String> lines(Report report) {
    Summary summary = report.result().summary();
    List<String> lines = new ArrayList<>();
    lines.add(findings(report));
    lines.add(
        "records %d = ignored %d + allowed %d + observed %d + alerted %d + repeated %d + unreadable %d"
            .formatted(
                summary.records(),
                summary.ignored(),
                summary.allowed(),
                summary.observed(),
                summary.alerted(),
                summary.repeated(),
                summary.unreadable()));
    lines.add(
        "%s and %s read; %s excused by exceptions%s"
            .formatted(
                count(summary.files(), "input"),
                count(summary.bytes(), "byte"),
                count(summary.excused(), "record"),
                exceptions(summary)));
    if (summary.skipped() > 0) {
      lines.add("%s skipped, with no records:".formatted(plain(summary.skipped())));
      report
          .result()
          .skips()
          .forEach((why, count) -> lines.add("%5s  %s".formatted(plain(count), why)));
    }
    lines.add("policy " + policy(report.policy()));
    return lines;
  }

  private static String findings(Report report) {
    int told = report.result().told().size();
    if (told == 0) {
      return nothing(report.result());
    }
    String left =
        report.leftOut() == 0
            ? ""
            : "; %s below %s not shown".formatted(plain(report.leftOut()), report.floor().word());
    return count(told, "finding") + ": " + bySeverity(report) + left;
  }

  private static String nothing(ScanResult result) {
    if (result.summary().unreadable() > 0) {
      return "No findings in what could be read; what could not be read was not judged.";
    }
    if (result.summary().repeated() > 0) {
      return "No new findings: all were told before.";
    }
    if (!result.observed().isEmpty()) {
      return "No findings: only rules on trial fired; --show-observed shows them.";
    }
    return "No findings: no rule was broken.";
  }

  private static String bySeverity(Report report) {
    Map<Severity, Long> counts = report.result().summary().bySeverity();
    return List.of(Severity.values()).reversed().stream()
        .filter(severity -> counts.getOrDefault(severity, 0L) > 0)
        .map(severity -> plain(counts.get(severity)) + " " + severity.word())
        .collect(Collectors.joining(", "));
  }

  private static String exceptions(Summary summary) {
    return summary.excusedBy().isEmpty()
        ? ""
        : summary.excusedBy().entrySet().stream()
            .map(exception -> exception.getKey() + " " + plain(exception.getValue()))
            .collect(Collectors.joining(", ", ": ", ""));
  }

  /** A policy by its name and the beginning of its hash. */
  static String policy(PolicyStamp policy) {
    String hash = policy.sha256();
    return "%s, sha256 %s"
        .formatted(policy.name(), hash.substring(0, Math.min(HASH_DIGITS, hash.length())));
  }

  private static String count(long number, String thing) {
    return plain(number) + " " + thing + (number == 1 ? "" : "s");
  }

  private static String plain(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
