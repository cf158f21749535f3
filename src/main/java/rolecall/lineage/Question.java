package rolecall.lineage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import rolecall.record.CallerKind;
import rolecall.record.TrailRecord;

/** Which record is missing. Ask {@link #isSettledBy} by one thread at a time. */
public final class Question {
  /** A session of a role lives no longer. */
  private static final Duration ROLE = Duration.ofHours(12);

  /** What GetFederationToken and GetSessionToken give lives no longer. */
  private static final Duration USER = Duration.ofHours(36);

  private final String key;
  private final Step use;
  private final Predicate<List<Step>> settled;

  Question(String key, Step use, Predicate<List<Step>> settled) {
    this.key = Objects.requireNonNull(key, "key is null");
    this.use = Objects.requireNonNull(use, "use is null");
    this.settled = Objects.requireNonNull(settled, "settled is null");
  }

  /** The id of a temporary key, of which the issuing record is sought. */
  public String key() {
    return key;
  }

  /** When the key was used: the record that is sought is no later. Empty where no record tells. */
  public Optional<Instant> used() {
    return use.event().time();
  }

  /** The Region of that use, as the record tells it. */
  public Optional<String> region() {
    return use.event().region();
  }

  /**
   * The account of which the session is, and whose record of its beginning must exist; empty where
   * none is known, and for a root task, whose record is with whoever asked for it.
   */
  public Optional<String> home() {
    return use.caller().kind() == CallerKind.ROOT_TASK ? Optional.empty() : use.caller().account();
  }

  /** When the session began, or, if that is not told, when it was used. */
  public Optional<Instant> made() {
    return begun().or(this::used);
  }

  /**
   * The earliest that the session can have begun. A key that has expired can be used, in vain, at
   * any time after; then the session tells when it began.
   */
  public Optional<Instant> earliest() {
    Duration life =
        switch (use.caller().kind()) {
          case IAM_USER, ROOT, FEDERATED_USER -> USER;
          default -> ROLE;
        };
    return used().map(at -> at.minus(life)).map(at -> begun().filter(at::isAfter).orElse(at));
  }

  private Optional<Instant> begun() {
    try {
      return use.said().since().map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether with these records beside those at hand the one that is sought can be told. */
  public boolean isSettledBy(List<TrailRecord> records) {
    return settled.test(steps(records));
  }

  static List<Step> steps(List<TrailRecord> records) {
    return records.stream().flatMap(record -> Shelf.place(record).stream()).distinct().toList();
  }
}
