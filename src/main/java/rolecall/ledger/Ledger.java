package rolecall.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import rolecall.finding.Finding;

/**
 * Sees to it that each rule is told once for an event and once in a quiet window. A claim that is
 * neither confirmed nor released ends by itself, so that a crash costs a second alert and never the
 * first. Thread-safe.
 */
public final class Ledger {
  private final Store store;
  private final InstantSource clock;
  private final Supplier<String> holders;

  /**
   * @param holders gives a new random text each time
   */
  public Ledger(Store store, InstantSource clock, Supplier<String> holders) {
    this.store = Objects.requireNonNull(store, "store is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.holders = Objects.requireNonNull(holders, "holders is null");
  }

  /**
   * Claims a finding before it is told.
   *
   * @param held how long the claim lasts if nobody confirms or releases it
   * @param most how long to wait for the store at most, over all its calls
   */
  public Claim claim(Finding finding, Duration held, Duration most) {
    throw new UnsupportedOperationException();
  }

  /** The finding is out. Gives why, when the store could not be told. */
  public Optional<String> confirm(Token token, Duration most) {
    throw new UnsupportedOperationException();
  }

  /** The finding could not go out; anybody may claim it again. */
  public Optional<String> release(Token token, Duration most) {
    throw new UnsupportedOperationException();
  }
}
