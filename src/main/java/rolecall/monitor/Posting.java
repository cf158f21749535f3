package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import rolecall.alert.Announcement;
import rolecall.alert.Topic.Published;
import rolecall.finding.Finding;

/** Publishes alerts, and writes down what became of each. Thread-safe. */
record Posting(Alerting means) {
  Posting {
    Objects.requireNonNull(means, "means is null");
  }

  /** Publishes the alert; what the topic will never take, it is offered in its shortest form. */
  Published publish(Announcement announcement) {
    Published published = means.topic().publish(means.messages().of(announcement));
    if (published instanceof Published.Unacceptable(String why)) {
      note(Journal.Level.ERROR, "alert shortened", announcement, "why", why);
      published = means.topic().publish(means.messages().least(announcement));
    }
    return published;
  }

  void note(
      Journal.Level level, String what, Announcement announcement, String name, String value) {
    Finding gravest = announcement.alert().gravest().finding();
    SequencedMap<String, String> details = new LinkedHashMap<>();
    details.put("eventId", gravest.event().id());
    details.put("eventName", gravest.event().name());
    gravest.event().account().ifPresent(account -> details.put("account", account));
    gravest.event().region().ifPresent(region -> details.put("region", region));
    gravest.role().ifPresent(role -> details.put("role", role.name()));
    details.put("severity", gravest.rule().severity().word());
    details.put(
        "rules",
        announcement.alert().findings().stream()
            .map(told -> told.finding().rule().id())
            .collect(Collectors.joining(" ")));
    details.put(name, value);
    means.journal().write(level, what, details);
  }
}
