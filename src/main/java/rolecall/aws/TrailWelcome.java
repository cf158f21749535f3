package rolecall.aws;

import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * Whether CloudTrail takes the credentials anywhere, so that a Region that does not know them must
 * be off. Thread-safe.
 */
final class TrailWelcome {
  private final TrailCalls calls;
  private volatile boolean welcome;

  TrailWelcome(TrailCalls calls) {
    this.calls = calls;
  }

  /** Some Region has taken the credentials. */
  void welcomed() {
    welcome = true;
  }

  /** Whether the credentials are good. */
  synchronized boolean isWelcome() {
    if (!welcome) {
      // Seldom asked: where the credentials are good, some Region soon says so.
      LookupEventsRequest question = LookupEventsRequest.builder().maxResults(1).build();
      welcome = calls.ask("us-east-1", question) instanceof TrailPage.Events;
    }
    return welcome;
  }
}
