package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.policy.CompiledPolicy;
import rolecall.record.TrailRecord;

/**
 * Remembers what one invocation handled and, when that is asked for, compares what CloudTrail has
 * with what is remembered. Without a memory that all copies of the function share it does neither.
 * For one invocation and one thread.
 */
final class LookingBack {
  private final Optional<ReconciliationMeans> means;
  private final Alerting alerting;
  private final CompiledPolicy policy;
  private final LateLine line;
  private boolean asked;

  LookingBack(
      Optional<ReconciliationMeans> means,
      Alerting alerting,
      CompiledPolicy policy,
      LateLine line) {
    this.means = means;
    this.alerting = alerting;
    this.policy = policy;
    this.line = line;
  }

  /** A record was handled. */
  void handled(TrailRecord record) {
    if (means.isPresent()) {
      line.handled().add(record, line.store());
    }
  }

  /** A comparison is due, once however often it is asked for. */
  void ask() {
    asked = true;
  }

  /** Every alert is out. */
  void end() {
    line.handled().note(line.store());
    if (asked && means.isEmpty()) {
      note("there is no table that remembers what was handled; set ROLECALL_TABLE_NAME");
    } else if (asked) {
      compare(means.orElseThrow());
      line.handled().note(line.store());
    }
  }

  private void compare(ReconciliationMeans with) {
    try {
      new Reconciliation(with, alerting, policy, line).run().ifPresent(this::compared);
    } catch (RuntimeException fault) {
      note("a fault of Rolecall: " + fault.getClass().getName());
    }
  }

  /** Says whose events they were: LookupEvents knows those of one account. */
  private void compared(Reconciled run) {
    line.tallies().reconciled(run);
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("account", line.own().account().orElse("unknown"));
    details.put("expected", Long.toString(run.all().expected()));
    details.put("missed", Long.toString(run.all().missed()));
    run.lag().ifPresent(lag -> details.put("lagSeconds", Long.toString(lag.toSeconds())));
    alerting.journal().write(Journal.Level.INFO, "compared with CloudTrail", details);
  }

  private void note(String why) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("why", why);
    alerting.journal().write(Journal.Level.ERROR, "not compared", details);
  }
}
