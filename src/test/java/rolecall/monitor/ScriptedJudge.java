package rolecall.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import rolecall.document.PublicProviders;
import rolecall.finding.BrokenRule;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.json.Json;
import rolecall.policy.Breach;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.Facts;
import rolecall.record.Known;
import rolecall.record.TrailRecord;

/**
 * Says of each record what the record itself tells it to say under {@code says}; see {@link
 * Recorded}.
 */
final class ScriptedJudge implements Judge {
  static final PolicyStamp STAMP = new PolicyStamp("scripted", "0".repeat(64));

  private static final Known NO_ROLES =
      new Known() {
        @Override
        public PublicProviders publicProviders() {
          return PublicProviders.of(List.of());
        }

        @Override
        public boolean watched(String roleName) {
          return false;
        }

        @Override
        public boolean chimeLinked(String roleName) {
          return false;
        }
      };

  @Override
  public PolicyStamp stamp() {
    return STAMP;
  }

  @Override
  public boolean watches(String eventSource, String eventName) {
    return !eventName.equals("Unwatched");
  }

  @Override
  public Verdict judge(TrailRecord record) {
    Facts facts = Facts.of(record, NO_ROLES);
    Json says = record.tree().get("says");
    return switch (says.get("verdict").text().orElse("allowed")) {
      case "ignored" -> new Verdict.Ignored();
      case "excused" -> new Verdict.Allowed(facts, new TreeSet<>(Set.of("migration", "audit")));
      case "broken" -> new Verdict.Broken(facts, breaches(says));
      case "unsure" -> new Verdict.CannotJudge(facts, breaches(says));
      case "fault" -> throw new IllegalStateException("the judge fell over");
      case "error" -> throw new OutOfMemoryError("the judge is full");
      default -> new Verdict.Allowed(facts, new TreeSet<>());
    };
  }

  private static List<Breach> breaches(Json says) {
    List<Breach> breaches = new ArrayList<>();
    for (Json breach : says.get("breaches").items()) {
      String rule = breach.get("rule").text().orElseThrow();
      breaches.add(
          new Breach(
              rule(rule),
              "It broke " + rule + ".",
              breach.get("target").text().orElseThrow(),
              Duration.ofMinutes(breach.get("minutes").wholeNumber().orElseThrow()),
              breach.get("settled").truth().orElse(false)));
    }
    return breaches;
  }

  /** {@code grave...} is critical, {@code trial...} only observed, the rest is medium. */
  static BrokenRule rule(String id) {
    return new BrokenRule(
        id,
        "Rule " + id,
        id.startsWith("grave") ? Severity.CRITICAL : Severity.MEDIUM,
        "test",
        "Because.",
        List.of("Look."),
        List.of(),
        0,
        id.startsWith("trial"));
  }
}
