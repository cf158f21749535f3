package rolecall.monitor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.alert.Announcement;
import rolecall.alert.Topic.Published;
import rolecall.ledger.OpenChain;
import rolecall.ledger.OpenChains;
import rolecall.ledger.OpenChains.Kept;
import rolecall.ledger.StoreTrouble;
import rolecall.lineage.Certainty;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;
import rolecall.lineage.Tracer.Traced;
import rolecall.policy.CompiledPolicy;
import rolecall.record.TrailRecord;

/**
 * Tells what was found after an alert went out of the sessions behind its event, once. Alerts wait
 * for none of it. For one invocation and one thread.
 */
final class Amendments {
  /** CloudTrail lists most events within a quarter of an hour. */
  private static final Duration TRIED = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Retelling retelling;
  private final Alerting means;
  private final Posting posting;
  private final Tracing tracing;
  private final Deadline deadline;
  private final Tallies tallies;
  private final StoreHealth store;
  private boolean due;

  Amendments(
      CompiledPolicy policy,
      Alerting means,
      Tracing tracing,
      Deadline deadline,
      Tallies tallies,
      StoreHealth store) {
    this.retelling = new Retelling(policy);
    this.means = means;
    this.posting = new Posting(means);
    this.tracing = tracing;
    this.deadline = deadline;
    this.tallies = tallies;
    this.store = store;
  }

  /** An alert is out; if more may be found of its chain, that is looked for later. */
  void keep(Announcement told, Traced traced) {
    if (!traced.open() || store.isOut() || told.alert().evidence().size() != 1) {
      return;
    }
    String event = told.alert().gravest().finding().act().event();
    try {
      if (!open().keep(Retelling.kept(told, traced.chain()), event, PATIENCE)) {
        note(told.alert().gravest().finding().event().id());
      }
    } catch (StoreTrouble trouble) {
      store.failed(event, trouble.getMessage());
    }
  }

  /** The schedule says that it is time to look for more. */
  void ask() {
    due = true;
  }

  /** Looks for more, when it is time and every alert is out. */
  void end() {
    if (!due || store.isOut()) {
      return;
    }
    try {
      for (Kept kept : open().all(means.patience())) {
        if (!deadline.spare().isPositive()) {
          return;
        }
        amend(kept);
      }
    } catch (StoreTrouble trouble) {
      store.failed("amendments", trouble.getMessage());
    }
  }

  private void amend(Kept kept) throws StoreTrouble {
    Optional<TrailRecord> record = Retelling.record(kept.chain());
    if (record.isEmpty()) {
      open().forget(kept, PATIENCE);
      return;
    }
    Optional<Traced> traced = tracing.afterwards(record.get());
    boolean last = !means.clock().instant().isBefore(kept.chain().first().plus(TRIED));
    Optional<Traced> more = traced.filter(found -> saysMore(found.chain(), kept.chain()));
    if (more.filter(found -> last || isWhole(found)).isPresent()) {
      tell(kept, record.get(), more.get().chain());
    } else if (last) {
      open().forget(kept, PATIENCE);
    }
  }

  /** Whether nothing better is to be waited for. */
  private static boolean isWhole(Traced found) {
    return !found.open() || found.chain().root() instanceof Root.Known;
  }

  private static boolean saysMore(Chain chain, OpenChain told) {
    Certainty root = chain.root().certainty();
    boolean surer =
        root != Certainty.UNKNOWN
            && !told.root().equals(root.word())
            && !told.root().equals(Certainty.PROVEN.word());
    return surer || chain.hops().size() > told.hops();
  }

  private void tell(Kept kept, TrailRecord record, Chain chain) throws StoreTrouble {
    Optional<Announcement> more =
        retelling.of(kept.chain(), record, chain, means.clock().instant());
    if (more.isEmpty()) {
      // The policy was replaced since, and finds nothing wrong any more.
      open().forget(kept, PATIENCE);
      return;
    }
    Optional<Kept> held = open().take(kept, deadline.time().left(), PATIENCE);
    if (held.isPresent()) {
      publish(held.get(), more.get());
    }
  }

  private void publish(Kept held, Announcement announcement) throws StoreTrouble {
    switch (posting.publish(announcement)) {
      case Published.Sent(String messageId) -> {
        tallies.published();
        posting.note(
            Journal.Level.INFO, "amendment published", announcement, "messageId", messageId);
        open().forget(held, PATIENCE);
      }
      case Published.NotSent(String why) -> notSent(held, announcement, why);
      case Published.Unacceptable(String why) -> notSent(held, announcement, why);
    }
  }

  private void notSent(Kept held, Announcement announcement, String why) throws StoreTrouble {
    tallies.notPublished();
    posting.note(Journal.Level.ERROR, "amendment not published", announcement, "why", why);
    open().release(held, PATIENCE);
  }

  private OpenChains open() {
    return means.lookups().open();
  }

  private void note(String event) {
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", event);
    details.put("why", "as many alerts as can be are waiting for more, or its record is too large");
    means.journal().write(Journal.Level.WARN, "no amendment will follow", details);
  }
}
