package rolecall.alert;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import rolecall.finding.Event;

/** The time of an event as every output shows it. */
public final class Times {
  private Times() {}

  /** {@code 2026-03-02T09:14:07Z}: UTC, whole seconds; empty when the record had no time. */
  public static Optional<String> show(Event event) {
    return event.time().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
