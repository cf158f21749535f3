package rolecall.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.ingest.Unreadable;
import rolecall.record.TrailRecord;

/**
 * What pages brought to light, from one taking to the next: missed records, what could not be read,
 * and how many were handled. CloudTrail gives the latest events first, and quiet windows want the
 * earliest first. For one thread.
 */
final class HeldRecords {
  /** What says no time comes first: nobody knows what it is older than. */
  private static final Comparator<Held> BY_TIME =
      Comparator.comparing(held -> held.record().eventTime().orElse(Instant.MIN));

  private final List<Held> records = new ArrayList<>();
  private final SequencedMap<String, List<Unreadable>> losses = new LinkedHashMap<>();
  private final Coverages handled = new Coverages();

  /**
   * A missed record.
   *
   * @param counts what it counts when it is taken
   */
  private record Held(TrailRecord record, Input where, Coverages counts) {}

  void hold(TrailRecord record, Input where, Coverages counts) {
    records.add(new Held(record, where, counts));
  }

  void lose(String page, Unreadable lost) {
    losses.computeIfAbsent(page, _ -> new ArrayList<>()).add(lost);
  }

  /** One fault holds nobody else up. */
  void fail(TrailRecord record, Input where, RuntimeException fault) {
    lose(
        where.file(),
        new Unreadable(
            where.file(),
            OptionalLong.of(where.record()),
            OptionalLong.empty(),
            "Event %s could not be judged: %s."
                .formatted(record.eventId(), fault.getClass().getName()),
            "This is a fault of Rolecall; please report it with the kind of event."));
  }

  /** What was handled counts when all that stood beside it is taken. */
  void count(Coverages coverages) {
    handled.add(coverages);
  }

  /** Further pages of the same Region, with earlier events. */
  void add(HeldRecords further) {
    records.addAll(further.records);
    losses.putAll(further.losses);
    handled.add(further.handled);
  }

  /** How many records and losses are held. */
  int size() {
    return records.size() + losses.values().stream().mapToInt(List::size).sum();
  }

  /**
   * Takes all through the line once, the earliest first. Each missed record counts as received now,
   * and as missed when it is done with.
   *
   * @return why the pages must be read again; what was taken is then among the handled
   * @throws OutOfTime likewise
   */
  Optional<String> take(LateLine line, Coverages counted) {
    Optional<String> again = Optional.empty();
    for (Held held : records.reversed().stream().sorted(BY_TIME).toList()) {
      line.deadline().check();
      if (line.store().isOut()) {
        // Nobody could know later that it was told.
        return again.or(() -> Optional.of("the table does not answer"));
      }
      Optional<String> why = take(held, line, counted);
      again = again.or(() -> why);
    }
    for (Map.Entry<String, List<Unreadable>> page : losses.entrySet()) {
      Optional<String> why = tell(page.getKey(), page.getValue(), line);
      again = again.or(() -> why);
    }
    if (again.isEmpty()) {
      counted.add(handled);
    }
    return again;
  }

  private Optional<String> take(Held held, LateLine line, Coverages counted) {
    try {
      Said said = line.judgement().take(held.record(), held.where());
      line.tallies().count(said.fate());
      if (said.fate() != Fate.FAILED) {
        line.handled().add(held.record(), line.store());
      }
      if (said.again().isEmpty()) {
        counted.add(held.counts());
      }
      return said.again();
    } catch (RuntimeException fault) {
      fail(held.record(), held.where(), fault);
      counted.add(held.counts());
      return Optional.empty();
    }
  }

  /** What cannot be read may hide a missed event, and will never be read better. */
  private static Optional<String> tell(String page, List<Unreadable> lost, LateLine line) {
    line.tallies().count(Fate.FAILED, lost.size());
    Finding finding = line.own().unreadable(page, lost, lost.size(), line.policy());
    return line.teller().tell(List.of(finding), Map.of(), Map::of).again();
  }
}
