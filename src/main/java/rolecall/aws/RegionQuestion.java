package rolecall.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.lineage.Allowance;
import rolecall.record.TrailRecord;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/** Asks one Region a question and reads the answer to its last page. For one use. */
final class RegionQuestion {
  private static final int MOST_RESTARTS = 3;

  private final TrailCalls calls;
  private final String region;
  private final LookupEventsRequest question;
  private final Allowance allowance;
  private final TrailWatch watch;
  private final List<TrailRecord> records = new ArrayList<>();
  private long broken;
  private Optional<String> token = Optional.empty();
  private int restarts;

  RegionQuestion(
      TrailCalls calls,
      String region,
      LookupEventsRequest question,
      Allowance allowance,
      TrailWatch watch) {
    this.calls = Objects.requireNonNull(calls, "calls is null");
    this.region = Objects.requireNonNull(region, "region is null");
    this.question = Objects.requireNonNull(question, "question is null");
    this.allowance = Objects.requireNonNull(allowance, "allowance is null");
    this.watch = Objects.requireNonNull(watch, "watch is null");
  }

  RegionAnswer ask() {
    while (restarts <= MOST_RESTARTS) {
      LookupEventsRequest page = question.toBuilder().nextToken(token.orElse(null)).build();
      switch (calls.ask(region, page, allowance)) {
        case TrailPage.Events(var events, var next) when next.isEmpty() -> {
          take(events);
          return new RegionAnswer.Listed(records, broken);
        }
        case TrailPage.Events(_, var next) when next.equals(token) -> restart();
        case TrailPage.Events(var events, var next) -> {
          take(events);
          token = next;
        }
        case TrailPage.TokenGone _ -> restart();
        case TrailPage.Stranger(AwsFailure failure) -> {
          return TrailRegions.mayBeOff(region)
              ? new RegionAnswer.Off()
              : new RegionAnswer.Failed(failure);
        }
        case TrailPage.Failed(AwsFailure failure) -> {
          return new RegionAnswer.Failed(failure);
        }
        case TrailPage.Stopped _ -> {
          return allowance.isSpent() && allowance.left().isPositive()
              ? new RegionAnswer.Spent()
              : new RegionAnswer.Late();
        }
      }
    }
    return new RegionAnswer.Failed(AwsFailure.tokens());
  }

  /** Reads all anew, as a token that is gone cannot be had again. */
  private void restart() {
    restarts++;
    token = Optional.empty();
    records.clear();
    broken = 0;
  }

  private void take(List<Event> events) {
    watch.read(events.size());
    for (Event event : events) {
      Optional<TrailRecord> record = record(event);
      record.ifPresent(records::add);
      broken += record.isPresent() ? 0 : 1;
    }
  }

  private static Optional<TrailRecord> record(Event event) {
    if (event.cloudTrailEvent() == null) {
      return Optional.empty();
    }
    try {
      return JsonReader.read(event.cloudTrailEvent()) instanceof Json.Obj tree
          ? Optional.of(new TrailRecord(tree))
          : Optional.empty();
    } catch (UnreadableJson | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
