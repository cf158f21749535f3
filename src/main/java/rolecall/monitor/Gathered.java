package rolecall.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import rolecall.ingest.Unreadable;
import rolecall.record.Facts;

/**
 * What reading and judging left behind: counters, and of the records only those that break a rule.
 * For one thread at a time; {@link #together} joins what several threads gathered.
 */
final class Gathered {
  private static final int LISTED_LOSSES = 1000;

  private final List<Suspect> suspects = new ArrayList<>();
  private final SharedParts parts = new SharedParts();
  private final Actors actors = new Actors();
  private final FirstFew<Unreadable> losses = new FirstFew<>(LISTED_LOSSES);
  private final Notes notes = new Notes();
  private final SortedMap<String, Long> excusedBy = new TreeMap<>();
  private long ignored;
  private long allowed;
  private long excused;
  private long skipped;
  private long files;
  private long bytes;

  /** Everything that the threads gathered, whichever of them gathered what. */
  static Gathered together(Collection<Gathered> shares) {
    Gathered all = new Gathered();
    shares.forEach(all::addAll);
    return all;
  }

  void ignored() {
    ignored++;
  }

  void allowed(Facts facts, SortedSet<String> exceptions) {
    actors.remember(facts);
    allowed++;
    excused += exceptions.isEmpty() ? 0 : 1;
    exceptions.forEach(name -> excusedBy.merge(name, 1L, Long::sum));
  }

  void suspect(Facts facts, Suspect suspect) {
    actors.remember(facts);
    suspects.add(parts.of(suspect));
  }

  void lost(long inputNumber, Unreadable lost) {
    losses.add(inputNumber, lost);
  }

  void skipped(String why) {
    notes.skipped(why);
    skipped++;
  }

  void empty(long inputNumber, String name) {
    notes.empty(inputNumber, name);
  }

  void emptyFolder(long inputNumber, String name) {
    notes.emptyFolder(inputNumber, name);
  }

  void read(CountedSource source) {
    files += source.opened() ? 1 : 0;
    bytes += source.bytes();
  }

  /** The records that break a rule, in the order in which they are told. */
  List<Suspect> suspects() {
    return suspects.stream().sorted(Suspect.ORDER).toList();
  }

  Actors actors() {
    return actors;
  }

  /**
   * The result, once it is settled what becomes of the suspects.
   *
   * @param lineageLosses that not all records that issue keys could be kept, as a sentence
   */
  ScanResult result(Settled settled, Optional<String> lineageLosses) {
    List<String> sentences = new ArrayList<>(notes.sentences(losses));
    lineageLosses.ifPresent(sentences::add);
    Summary summary =
        new Summary(
            ignored + allowed + suspects.size() + losses.count(),
            ignored,
            allowed + settled.allowed(),
            settled.observed(),
            settled.alerted(),
            settled.repeated(),
            losses.count(),
            skipped,
            excused,
            excusedBy,
            files,
            bytes,
            settled.byRule(),
            settled.bySeverity());
    return new ScanResult(
        summary, settled.told(), settled.onTrial(), losses.list(), notes.skips(), sentences);
  }

  private void addAll(Gathered share) {
    suspects.addAll(share.suspects);
    actors.addAll(share.actors);
    losses.addAll(share.losses);
    notes.addAll(share.notes);
    ignored += share.ignored;
    allowed += share.allowed;
    excused += share.excused;
    share.excusedBy.forEach((name, records) -> excusedBy.merge(name, records, Long::sum));
    skipped += share.skipped;
    files += share.files;
    bytes += share.bytes;
  }
}
