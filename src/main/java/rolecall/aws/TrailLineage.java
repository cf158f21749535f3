package rolecall.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.lineage.Allowance;
import rolecall.lineage.Chain;
import rolecall.record.TrailRecord;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/** Finds an event by its id among the account's own of 90 days, and who stands behind it. */
public final class TrailLineage {
  /** Every Region once, and as often again. */
  private static final int MOST_CALLS = 100;

  private final AwsClients clients;
  private final InstantSource clock;
  private final Waiting waiting;
  private final TrailWatch watch;
  private final TrailCalls calls;

  /** What came of it. */
  public sealed interface Answer {
    /** The event's chain, as far as it could be told, and the Region that lists the event. */
    record Found(String region, Chain chain) implements Answer {
      public Found {
        Objects.requireNonNull(region, "region is null");
        Objects.requireNonNull(chain, "chain is null");
      }
    }

    /** None of the Regions that the account has on lists such an event. */
    record Nowhere(List<String> regions) implements Answer {
      public Nowhere {
        regions = List.copyOf(regions);
      }
    }

    /**
     * No Region lists it, and of some it is not known.
     *
     * @param regions that list no such event
     * @param troubles by Region
     */
    record Untold(List<String> regions, SortedMap<String, TrailTrouble> troubles)
        implements Answer {
      public Untold {
        regions = List.copyOf(regions);
        Objects.requireNonNull(troubles, "troubles is null");
      }
    }
  }

  /**
   * @param watch hears of each Region that was asked for the event
   */
  public TrailLineage(AwsClients clients, InstantSource clock, Waiting waiting, TrailWatch watch) {
    this.clients = Objects.requireNonNull(clients, "clients is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.waiting = Objects.requireNonNull(waiting, "waiting is null");
    this.watch = Objects.requireNonNull(watch, "watch is null");
    this.calls = new TrailCalls(clients, waiting);
  }

  /**
   * Asks the first of the Regions, that of global services, then all others.
   *
   * @param most how long to look for the event, and again how long to trace it
   */
  public Answer find(String eventId, List<String> regions, Duration most) {
    Swept swept =
        new TrailSweeps(calls)
            .sweep(
                request(eventId),
                RegionOrder.forAny(regions),
                new Allowance(most, MOST_CALLS, waiting::nanoTime),
                found -> !found.isEmpty(),
                watch);
    for (var answer : swept.answers().entrySet()) {
      if (answer.getValue() instanceof RegionAnswer.Listed(var records, _) && !records.isEmpty()) {
        return new Answer.Found(answer.getKey(), trace(records.getFirst(), most));
      }
    }
    SortedMap<String, TrailTrouble> troubles = troubles(swept);
    return troubles.isEmpty()
        ? new Answer.Nowhere(swept.listed())
        : new Answer.Untold(swept.listed(), troubles);
  }

  private Chain trace(TrailRecord record, Duration most) {
    TrailWatch reading =
        new TrailWatch() {
          @Override
          public void read(int events) {
            watch.read(events);
          }

          @Override
          public void ended() {
            // A chain asks Regions again and again.
          }
        };
    return new TrailTracer(calls, clients, clock, waiting, record.recipientAccountId(), reading)
        .trace(record, most)
        .chain();
  }

  private static SortedMap<String, TrailTrouble> troubles(Swept swept) {
    SortedMap<String, TrailTrouble> troubles = new TreeMap<>();
    swept
        .answers()
        .forEach((region, answer) -> {
          switch (answer) {
            case RegionAnswer.Failed(AwsFailure failure) ->
                troubles.put(region, TrailTrouble.brief(failure));
            case RegionAnswer.Late _, RegionAnswer.Spent _ ->
                troubles.put(
                    region,
                    new TrailTrouble(
                        "Time was over before all was answered.",
                        "Try again later; if it stays so, check the network and the endpoint."));
            case RegionAnswer.Listed(_, long broken) when broken > 0 ->
                troubles.put(
                    region,
                    new TrailTrouble(
                        "The event is there, and its record cannot be read.",
                        "Name the log that holds it."));
            case RegionAnswer.Listed _, RegionAnswer.Off _ -> {}
          }
        });
    return troubles;
  }

  private static LookupEventsRequest request(String eventId) {
    return LookupEventsRequest.builder()
        .maxResults(TrailEvents.PAGE)
        .lookupAttributes(
            LookupAttribute.builder()
                .attributeKey(LookupAttributeKey.EVENT_ID)
                .attributeValue(eventId)
                .build())
        .build();
  }
}
