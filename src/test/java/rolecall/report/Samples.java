package rolecall.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Role;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Summary;

/** Findings and results made by hand. */
final class Samples {
  static final PolicyStamp POLICY = new PolicyStamp("default", "0123456789abcdef".repeat(4));

  /** A refused edit, as the contract's own example shows it. */
  static final Told REFUSED_EDIT =
      told(
          rule("chime-slr-edit-refused", Severity.HIGH, false),
          "dana (role-session) tried AttachRolePolicy on the Chime service-linked role.",
          event("2026-03-02T09:14:07.250Z", "refused"),
          caller("dana"),
          Optional.of(
              new Role(
                  Optional.of(
                      "arn:aws:iam::111122223333:role/aws-service-role/chime.amazonaws.com/"
                          + "AWSServiceRoleForAmazonChime"),
                  "AWSServiceRoleForAmazonChime",
                  Optional.of("111122223333"))),
          2);

  /** Nothing is known that can be absent, and no role is concerned. */
  static final Told BARE =
      told(
          rule("not-judged", Severity.MEDIUM, false),
          "Nothing is known.",
          new Event(
              "sha256:0123456789abcdef",
              "Unknown",
              "iam.amazonaws.com",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "failed"),
          new Caller("unknown", Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          0);

  /** Of a rule on trial. */
  static final Told OBSERVED =
      told(
          rule("chime-routine-call", Severity.INFO, true),
          "lee called CreateAttendee.",
          event("2026-03-02T08:00:00Z", "success"),
          caller("lee"),
          Optional.empty(),
          0);

  /** Every text that a caller chooses tries to do harm. */
  static final Told HOSTILE =
      told(
          rule("assumption-not-granted", Severity.CRITICAL, false),
          "took \u001b[2J\"it\"\r\n\u202erole\u2028 \ud800 \\ \u200b日本 😀.",
          event("2026-03-02T10:00:00Z", "success"),
          caller("da\nna  \t critical"),
          Optional.of(new Role(Optional.empty(), "chime\u0085\u2066admin", Optional.empty())),
          0);

  private Samples() {}

  static Report report(List<Told> told, List<Told> observed, boolean withObserved) {
    return report(told, observed, withObserved, Severity.INFO);
  }

  static Report report(List<Told> told, List<Told> observed, boolean withObserved, Severity floor) {
    Map<String, Long> byRule = new TreeMap<>();
    Map<Severity, Long> bySeverity = new TreeMap<>();
    for (Told one : told) {
      byRule.merge(one.finding().rule().id(), 1L, Long::sum);
      bySeverity.merge(one.finding().rule().severity(), 1L, Long::sum);
    }
    long alerted = told.size();
    long onTrial = observed.size();
    Summary summary =
        new Summary(
            1000 + alerted + onTrial,
            900,
            100,
            onTrial,
            alerted,
            0,
            0,
            3,
            1,
            new TreeMap<>(Map.of("migration", 1L, "audit", 1L)),
            12,
            1_234_567,
            byRule,
            bySeverity);
    SequencedMap<String, Long> skips = new LinkedHashMap<>();
    skips.put("a CloudTrail digest", 1L);
    skips.put("an EventBridge event of \u001b[2J", 2L);
    return new Report(
        new ScanResult(summary, told, observed, List.of(), skips, List.of()),
        POLICY,
        floor,
        withObserved);
  }

  private static Told told(
      BrokenRule rule,
      String reason,
      Event event,
      Caller caller,
      Optional<Role> role,
      int repeats) {
    Act act = new Act(event.id(), "actor", "target", Duration.ofMinutes(60));
    return new Told(
        new Finding(rule, reason, event, caller, role, POLICY, new Input("logs/a.json.gz", 7), act),
        repeats);
  }

  private static BrokenRule rule(String id, Severity severity, boolean observed) {
    return new BrokenRule(
        id,
        "Title of " + id,
        severity,
        "service-linked-role",
        "Why.",
        List.of("Look."),
        List.of("T1098.003"),
        0,
        observed);
  }

  private static Event event(String time, String outcome) {
    return new Event(
        "0a1b2c3d-0000-4000-8000-00000000000" + time.charAt(12),
        "AttachRolePolicy",
        "iam.amazonaws.com",
        Optional.of(Instant.parse(time)),
        Optional.of("111122223333"),
        Optional.of("us-east-1"),
        outcome);
  }

  private static Caller caller(String name) {
    return new Caller(
        "role-session",
        Optional.of("arn:aws:sts::111122223333:assumed-role/Admin/" + name),
        Optional.of("111122223333"),
        Optional.of(name));
  }
}
