package rolecall.aws;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/** What came of asking for a page of events. */
sealed interface TrailPage {
  /**
   * Events, the latest first.
   *
   * @param next the token of the page after; empty for the last one
   */
  record Events(List<Event> events, Optional<String> next) implements TrailPage {
    public Events {
      events = List.copyOf(events);
      Objects.requireNonNull(next, "next is null");
    }
  }

  /** CloudTrail does not know the page's token any more; the rest can be asked for anew. */
  record TokenGone() implements TrailPage {}

  /** AWS does not know who calls, as in a Region that is not on for the account. */
  record Stranger(AwsFailure failure) implements TrailPage {}

  /** It will not come. */
  record Failed(AwsFailure failure) implements TrailPage {}

  /** Everything is to stop, or no time or no call is left. */
  record Stopped() implements TrailPage {}
}
