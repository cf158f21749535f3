package rolecall.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * An exception whose end is near or past.
 *
 * @param over whether it excuses nothing any more
 * @param sentence which exception, whose, and when it ends
 */
record Expiry(boolean over, String sentence) {
  /** How long before its end an exception is announced. */
  private static final int DAYS_AHEAD = 30;

  Expiry {
    Objects.requireNonNull(sentence, "sentence is null");
  }

  /**
   * Empty when the end is further away.
   *
   * @param lastDay the last day on which it excuses
   */
  static Optional<Expiry> of(String name, String owner, LocalDate lastDay, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, lastDay);
    if (left > DAYS_AHEAD) {
      return Optional.empty();
    }
    String which = "The exception '%s' of %s".formatted(name, owner);
    return Optional.of(
        left < 0
            ? new Expiry(true, "%s ran out on %s.".formatted(which, lastDay))
            : new Expiry(false, "%s ends on %s, %s.".formatted(which, lastDay, away(left))));
  }

  private static String away(long days) {
    if (days == 0) {
      return "today";
    }
    return days == 1 ? "tomorrow" : "in " + days + " days";
  }
}
