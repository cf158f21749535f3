package rolecall.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rolecall.source.DidYouMean;

/**
 * The events that CloudTrail can record. Made from the AWS service models by {@code
 * scripts/event-catalogue.py}; the file says from which version.
 */
final class EventCatalogue {
  private static final Map<String, Set<String>> EVENTS = load();

  private EventCatalogue() {}

  /** Whether the catalogue lists the events of that service at all. */
  static boolean knowsService(EventName event) {
    return EVENTS.containsKey(event.service());
  }

  /** Whether its service has such an event. */
  static boolean knows(EventName event) {
    return EVENTS.getOrDefault(event.service(), Set.of()).contains(event.name());
  }

  /** Why an event that its service does not have can never come, as one sentence. */
  static String whyNot(EventName event) {
    if (event.service().equals("iam") && event.name().equals("PassRole")) {
      return "Passing a role is a permission that IAM checks inside other calls, and no call.";
    }
    return "The service has no such operation, so the rule would wait for it for ever.";
  }

  /** The event of the same service that a person most likely meant. */
  static Optional<EventName> nearest(EventName event) {
    return DidYouMean.nearest(event.name(), EVENTS.getOrDefault(event.service(), Set.of()))
        .map(name -> new EventName(event.service(), name));
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> events = new HashMap<>();
    try (InputStream file = EventCatalogue.class.getResourceAsStream("/rolecall/events.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(file, "events.txt is missing"),
                    StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            int colon = line.indexOf(": ");
            events.put(
                line.substring(0, colon),
                new TreeSet<>(Arrays.asList(line.substring(colon + 2).split(" "))));
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return events;
  }
}
