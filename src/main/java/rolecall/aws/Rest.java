package rolecall.aws;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/**
 * What of a Region's events is still to be read: those of that moment and before, but for some.
 * CloudTrail gives the latest events first, and a page's token does not live for ever.
 *
 * @param until the last moment
 * @param read the ids of events up to it that were read already
 */
public record Rest(Instant until, Set<String> read) {
  public Rest {
    Objects.requireNonNull(until, "until is null");
    read = Set.copyOf(read);
  }

  /** All up to a moment. */
  public static Rest upTo(Instant until) {
    return new Rest(until, Set.of());
  }

  /** The events that were not read yet, none twice. */
  List<Event> unread(List<Event> page) {
    Set<String> met = new HashSet<>(read);
    return page.stream()
        .filter(event -> event.eventId() == null || met.add(event.eventId()))
        .toList();
  }

  /**
   * What is left after a page. One whose events do not grow older from first to last, or do not say
   * when they were, proves nothing about what else there is: then only its ids are remembered.
   */
  Rest after(List<Event> page) {
    Instant oldest = until;
    for (Event event : page) {
      if (event.eventTime() == null || event.eventTime().isAfter(oldest)) {
        return new Rest(until, with(ids(page, Instant.MIN)));
      }
      oldest = event.eventTime();
    }
    Set<String> then = ids(page, oldest);
    return new Rest(oldest, oldest.equals(until) ? with(then) : then);
  }

  private Set<String> with(Set<String> more) {
    Set<String> all = new HashSet<>(read);
    all.addAll(more);
    return all;
  }

  /** The ids of events of that moment; of all when it is the first there is. */
  private static Set<String> ids(List<Event> page, Instant moment) {
    Set<String> ids = new HashSet<>();
    for (Event event : page) {
      if (event.eventId() != null
          && (moment.equals(Instant.MIN) || moment.equals(event.eventTime()))) {
        ids.add(event.eventId());
      }
    }
    return ids;
  }
}
