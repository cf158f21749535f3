package rolecall.monitor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rolecall.alert.Alert;
import rolecall.alert.Announcement;
import rolecall.alert.Remark;
import rolecall.alert.Topic.Published;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.json.Json;
import rolecall.ledger.Claim;
import rolecall.ledger.Token;
import rolecall.lineage.Tracer.Traced;

/**
 * Tells the findings of one event at a time: claims what nobody told, says it in one message, and
 * confirms it when it is out. For one invocation and one thread.
 */
final class Teller {
  /** A claim outlives its invocation by so much, since a last call may still be under way. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  /** How long a store that failed before may delay the next alert once more. */
  private static final Duration ONCE_MORE = Duration.ofMillis(500);

  private final Alerting means;
  private final TimeLeft time;
  private final Tallies tallies;
  private final StoreHealth store;
  private final Amendments amendments;
  private final Posting posting;
  private final List<Remark> always;

  /**
   * @param always what each alert says besides its findings
   */
  Teller(
      Alerting means,
      TimeLeft time,
      Tallies tallies,
      StoreHealth store,
      Amendments amendments,
      List<Remark> always) {
    this.always = always;
    this.means = means;
    this.posting = new Posting(means);
    this.amendments = amendments;
    this.time = time;
    this.tallies = tallies;
    this.store = store;
  }

  /** Claims, tells and confirms what no session stands behind, or none that anybody traced. */
  Said tell(
      List<Finding> findings,
      Map<Input, Json.Obj> evidence,
      Supplier<Map<String, List<String>>> explanations) {
    return tell(findings, evidence, explanations, Optional.empty());
  }

  /**
   * Claims, tells and confirms.
   *
   * @param findings of one event, at least one, none of them on trial
   * @param evidence the records that they stand on; may be empty
   * @param explanations by rule id, asked for only when something is told; may be empty
   * @param traced the sessions behind the event
   */
  Said tell(
      List<Finding> findings,
      Map<Input, Json.Obj> evidence,
      Supplier<Map<String, List<String>>> explanations,
      Optional<Traced> traced) {
    Claims claims = claim(findings);
    if (claims.toTell().isEmpty()) {
      return claims.heldByAnother()
          ? Said.again(Fate.FAILED, "another worker is about to tell it, or one like it")
          : Said.done(Fate.REPEATED);
    }
    Announcement announcement =
        new Announcement(
            new Alert(claims.toTell(), evidence),
            means.clock().instant(),
            explanations.get(),
            Stream.concat(always.stream(), claims.remarks().stream()).toList(),
            traced.map(Traced::chain));
    return switch (posting.publish(announcement)) {
      case Published.Sent(String messageId) -> {
        Said said = sent(announcement, claims, messageId);
        traced.ifPresent(found -> amendments.keep(announcement, found));
        yield said;
      }
      case Published.NotSent(String why) -> notSent(announcement, claims, why);
      case Published.Unacceptable(String why) -> notSent(announcement, claims, why);
    };
  }

  private Said sent(Announcement announcement, Claims claims, String messageId) {
    tallies.published();
    posting.note(Journal.Level.INFO, "alert published", announcement, "messageId", messageId);
    afterwards(claims, (token, most) -> means.ledger().confirm(token, most));
    return claims.heldByAnother()
        ? Said.again(Fate.ALERTED, "another worker is about to tell a part of it")
        : Said.done(Fate.ALERTED);
  }

  private Said notSent(Announcement announcement, Claims claims, String why) {
    tallies.notPublished();
    posting.note(Journal.Level.ERROR, "alert not published", announcement, "why", why);
    afterwards(claims, (token, most) -> means.ledger().release(token, most));
    return Said.again(Fate.FAILED, "its alert could not go out: " + why);
  }

  /** All claims of one event together may take as long as the patience. */
  private Claims claim(List<Finding> findings) {
    long start = System.nanoTime();
    Map<Finding, Claim> claims = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Duration most = means.patience().minusNanos(System.nanoTime() - start);
      claims.put(finding, claim(finding, most));
    }
    return new Claims(claims);
  }

  private Claim claim(Finding finding, Duration most) {
    if (store.isOut() || !most.isPositive()) {
      return new Claim.Unchecked("the store did not answer before");
    }
    Claim claim = means.ledger().claim(finding, time.left().plus(AFTER), most);
    if (claim instanceof Claim.Unchecked(String why)) {
      store.failed(finding.event().id(), why);
    }
    return claim;
  }

  private interface Ending {
    Optional<String> end(Token token, Duration most);
  }

  /** Ends all claims of one event; together they may take as long, since the next alert waits. */
  private void afterwards(Claims claims, Ending ending) {
    long start = System.nanoTime();
    Duration all = store.isOut() ? ONCE_MORE : means.patience();
    for (Token token : claims.held()) {
      Duration most = all.minusNanos(System.nanoTime() - start);
      Optional<String> why =
          most.isPositive() ? ending.end(token, most) : Optional.of("the store took too long");
      why.ifPresent(trouble -> store.failed(token.finding().event().id(), trouble));
    }
  }
}
