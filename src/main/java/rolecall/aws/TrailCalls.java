package rolecall.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
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
    Pace pace = paces.computeIfAbsent(region, _ -> new Pace(waiting));
    Duration pause = Duration.ZERO;
    int attempt = 1;
    try {
      while (pace.awaitTurn(pause)) {
        Optional<TrailPage> page = attempt(region, request, attempt);
        if (page.isPresent()) {
          return page.get();
        }
        pause = longer(attempt++);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new TrailPage.Stopped();
  }

  /** 1, 2, 4 seconds and so on. */
  private static Duration longer(int attempts) {
    Duration pause = Duration.ofSeconds(1L << (attempts - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /** Empty when another attempt may bring more. */
  private Optional<TrailPage> attempt(String region, LookupEventsRequest request, int attempt) {
    calls.incrementAndGet();
    try {
      LookupEventsResponse answer = clients.cloudTrail(region).lookupEvents(request);
      return Optional.of(
          new TrailPage.Events(
              answer.events(),
              Optional.ofNullable(answer.nextToken()).filter(token -> !token.isEmpty())));
    } catch (RuntimeException failed) {
      AwsFailure failure = AwsFailure.of(failed);
      int most =
          switch (failure.kind()) {
            case THROTTLED -> MOST_WHEN_THROTTLED;
            case FAULT, UNREACHABLE, UNCLEAR -> MOST_OTHERWISE;
            case DENIED, CREDENTIALS, REGION, REFUSED -> 1;
          };
      return attempt < most ? Optional.empty() : Optional.of(failed(failure, request));
    }
  }

  private static TrailPage failed(AwsFailure failure, LookupEventsRequest request) {
    if (request.nextToken() != null && STALE.contains(failure.code())) {
      return new TrailPage.TokenGone();
    }
    return STRANGER.contains(failure.code())
        ? new TrailPage.Stranger(TrailTrouble.stranger(failure))
        : new TrailPage.Failed(TrailTrouble.of(failure));
  }
}
