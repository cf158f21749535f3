package rolecall.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import rolecall.lineage.Allowance;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * Asks CloudTrail for pages of events, at its pace, and again where that may help. Thread-safe. See
 * <a href=
 * "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>.
 */
final class TrailCalls {
  /** Some two minutes in all, which a neighbour that looks up events as well needs to end. */
  private static final int MOST_WHEN_THROTTLED = 9;

  private static final int MOST_OTHERWISE = 4;
  private static final Duration FOREVER = Duration.ofDays(36_500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Set<String> STALE =
      Set.of("InvalidNextToken", "InvalidNextTokenException", "ExpiredNextTokenException");

  /** What a Region says in which the account does not exist. */
  private static final Set<String> STRANGER =
      Set.of(
          "AuthFailure",
          "InvalidClientTokenId",
          "CloudTrailInvalidClientTokenIdException",
          "OptInRequired",
          "UnrecognizedClientException");

  private final AwsClients clients;
  private final Waiting waiting;
  private final AtomicLong calls = new AtomicLong();

  TrailCalls(AwsClients clients, Waiting waiting) {
    this.clients = clients;
    this.waiting = waiting;
  }

  /** How many calls were made. */
  long made() {
    return calls.get();
  }

  TrailPage ask(String region, LookupEventsRequest request) {
    return ask(region, request, allowance(FOREVER, Integer.MAX_VALUE));
  }

  /** An allowance by the time of these calls. */
  Allowance allowance(Duration most, int calls) {
    return new Allowance(most, calls, waiting::nanoTime);
  }

  /** Ends with the allowance, but for a call that hangs: with the failure met last, if any. */
  TrailPage ask(String region, LookupEventsRequest request, Allowance allowance) {
    Pace pace = clients.pace(region);
    Duration pause = Duration.ZERO;
    int attempt = 1;
    TrailPage last = new TrailPage.Stopped();
    try {
      while (pace.awaitTurn(waiting, pause, allowance.left()) && allowance.takeCall()) {
        last = attempt(region, request);
        if (!(last instanceof TrailPage.Failed(AwsFailure failure)) || attempt >= most(failure)) {
          return last;
        }
        pause = longer(attempt++);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new TrailPage.Stopped();
    }
    return waiting.stopped() ? new TrailPage.Stopped() : last;
  }

  /** 1, 2, 4 seconds and so on. */
  private static Duration longer(int attempts) {
    Duration pause = Duration.ofSeconds(1L << (attempts - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  private TrailPage attempt(String region, LookupEventsRequest request) {
    calls.incrementAndGet();
    try {
      LookupEventsResponse answer = clients.cloudTrail(region).lookupEvents(request);
      return new TrailPage.Events(
          answer.events(),
          Optional.ofNullable(answer.nextToken()).filter(token -> !token.isEmpty()));
    } catch (RuntimeException failed) {
      return failed(AwsFailure.of(failed), request);
    }
  }

  private static int most(AwsFailure failure) {
    return switch (failure.kind()) {
      case THROTTLED -> MOST_WHEN_THROTTLED;
      case FAULT, UNREACHABLE, UNCLEAR -> MOST_OTHERWISE;
      case DENIED, CREDENTIALS, REGION, REFUSED -> 1;
    };
  }

  private static TrailPage failed(AwsFailure failure, LookupEventsRequest request) {
    if (request.nextToken() != null && STALE.contains(failure.code())) {
      return new TrailPage.TokenGone();
    }
    return STRANGER.contains(failure.code())
        ? new TrailPage.Stranger(failure)
        : new TrailPage.Failed(failure);
  }
}
