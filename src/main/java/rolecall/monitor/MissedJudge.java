package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import rolecall.finding.PolicyStamp;
import rolecall.policy.Forwarded;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/**
 * Judges what the monitor never handled by a policy, ignores everything else, and counts both, each
 * event once however often it is met. Takes some 150 bytes for each event that is compared.
 * Thread-safe: one record is compared after the other.
 */
public final class MissedJudge implements Judge {
  private static final int LISTED = 50;
  private static final int MOST_FAILURES = 3;

  private static final Comparator<Map.Entry<Balance.Place, Coverage>> WORST_FIRST =
      Comparator.comparingLong((Map.Entry<Balance.Place, Coverage> e) -> -e.getValue().missed())
          .thenComparing(e -> e.getKey().account().orElse(""))
          .thenComparing(e -> e.getKey().region());

  private final Judge policy;
  private final Comparison comparison;
  private final Instant since;
  private final Instant until;
  private final Map<Optional<String>, Coverages> byAccount = new HashMap<>();
  private final Map<Identity, Boolean> missed = new HashMap<>();
  private final NavigableSet<MissedEvent> quiet = new TreeSet<>(MissedEvent.ORDER);
  private final Set<String> why = new LinkedHashSet<>();
  private long quietCount;
  private long unchecked;
  private int failures;

  /** Two accounts' records may share an id. */
  private record Identity(String id, Optional<String> account) {}

  /**
   * @param forwarded what the deployment's rules let through
   * @param since where the time begins that is compared, which whoever reads sees to
   * @param until where it ends
   */
  MissedJudge(Judge policy, Forwarded forwarded, SeenHours seen, Instant since, Instant until) {
    this.policy = Objects.requireNonNull(policy, "policy is null");
    this.comparison = new Comparison(policy, forwarded::forwards, seen);
    this.since = Objects.requireNonNull(since, "since is null");
    this.until = Objects.requireNonNull(until, "until is null");
  }

  @Override
  public PolicyStamp stamp() {
    return policy.stamp();
  }

  @Override
  public boolean watches(String eventSource, String eventName) {
    return policy.watches(eventSource, eventName);
  }

  @Override
  public synchronized Verdict judge(TrailRecord record) {
    Identity identity = new Identity(record.eventId(), record.recipientAccountId());
    Boolean before = missed.get(identity);
    if (before != null) {
      return before ? policy.judge(record) : new Verdict.Ignored();
    }
    if (failures >= MOST_FAILURES) {
      return unchecked();
    }
    Compared compared = comparison.compare(record);
    byAccount
        .computeIfAbsent(record.recipientAccountId(), _ -> new Coverages())
        .count(record, compared);
    return switch (compared) {
      case Compared.NotExpected _ -> new Verdict.Ignored();
      case Compared.Handled _ -> {
        failures = 0;
        missed.put(identity, false);
        yield new Verdict.Ignored();
      }
      case Compared.Missed(Verdict verdict) -> {
        failures = 0;
        missed.put(identity, true);
        if (verdict.breaches().stream().allMatch(breach -> breach.rule().observed())) {
          list(record);
        }
        yield verdict;
      }
      case Compared.Unchecked(String reason) -> {
        failures++;
        why.add(reason);
        yield unchecked();
      }
    };
  }

  private Verdict unchecked() {
    unchecked++;
    return new Verdict.Ignored();
  }

  /** Keeps the earliest, so that the list does not depend on which thread was faster. */
  private void list(TrailRecord record) {
    quietCount++;
    quiet.add(MissedEvent.of(record));
    if (quiet.size() > LISTED) {
      quiet.pollLast();
    }
  }

  /** What was compared so far. */
  public synchronized Balance balance() {
    List<Map.Entry<Balance.Place, Coverage>> rows = new ArrayList<>();
    byAccount.forEach((account, coverages) ->
        coverages
            .byRegion()
            .forEach((region, coverage) ->
                rows.add(Map.entry(new Balance.Place(account, region), coverage))));
    rows.sort(WORST_FIRST);
    SequencedMap<Balance.Place, Coverage> places = new LinkedHashMap<>();
    rows.forEach(row -> places.put(row.getKey(), row.getValue()));
    return new Balance(
        since,
        until,
        places,
        List.copyOf(quiet),
        quietCount - quiet.size(),
        unchecked,
        List.copyOf(why));
  }
}
