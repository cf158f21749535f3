package rolecall.ingest;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import rolecall.json.Json;

/** Work that a schedule of the deployment asks the function to do. */
public enum Schedule {
  /** A sign that the whole way is open. */
  HEARTBEAT("heartbeat"),
  /** A comparison of what CloudTrail has with what was handled. */
  RECONCILIATION("reconciliation"),
  /** Telling what was only counted, when nothing like it came afterwards. */
  COUNTS("counts");

  private final String word;

  Schedule(String word) {
    this.word = word;
  }

  /** The word in the name of the schedule: {@code heartbeat}. */
  public String word() {
    return word;
  }

  /**
   * The schedule that sent an EventBridge event: named by {@code detail.schedule}, or by the rule
   * or schedule whose ARN stands in {@code resources}.
   */
  static Optional<Schedule> of(Json event) {
    if (!event.get("detail-type").text().orElse("").equals("Scheduled Event")) {
      return Optional.empty();
    }
    Stream<Json> names =
        Stream.concat(
            Stream.of(event.get("detail").get("schedule")),
            event.get("resources").items().stream());
    return names
        .flatMap(name -> name.text().stream())
        .map(name -> name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT))
        .flatMap(name -> in(name).stream())
        .findFirst();
  }

  /** The stack's name stands before that of the schedule, and may hold another of the words. */
  private static Optional<Schedule> in(String name) {
    return Stream.of(values())
        .filter(due -> name.contains(due.word))
        .max(Comparator.comparingInt(due -> name.lastIndexOf(due.word)));
  }
}
