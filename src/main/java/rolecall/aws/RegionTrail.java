package rolecall.aws;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.ingest.CannotOpen;
import rolecall.ingest.LogSource;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/** The events of one Region, the latest first. Read by one thread, looked at by others after it. */
final class RegionTrail implements LogSource {
  private static final int MOST_RESTARTS = 3;

  private final TrailEvents all;
  private final TrailCalls calls;
  private final String region;
  private final Instant since;
  private final boolean mayBeOff;
  private final TrailWatch watch;
  private Rest rest;
  private boolean ended;
  private boolean off;
  private long events;
  private Optional<TrailTrouble> trouble = Optional.empty();
  private Optional<String> token = Optional.empty();

  /** Stays the same while tokens are used, which belong to one question. */
  private Instant asked;

  private boolean begun;
  private int restarts;

  RegionTrail(
      TrailEvents all,
      TrailCalls calls,
      String region,
      Instant since,
      Rest rest,
      boolean mayBeOff,
      TrailWatch watch) {
    this.all = all;
    this.calls = calls;
    this.region = region;
    this.since = since;
    this.rest = rest;
    this.asked = rest.until();
    this.begun = !rest.read().isEmpty();
    this.mayBeOff = mayBeOff;
    this.watch = watch;
  }

  @Override
  public String name() {
    return "cloudtrail:" + region;
  }

  @Override
  public boolean named() {
    return true;
  }

  @Override
  public InputStream open() throws IOException {
    return new PageStream(turn(), this::turn);
  }

  String region() {
    return region;
  }

  Rest rest() {
    return rest;
  }

  boolean ended() {
    return ended;
  }

  boolean off() {
    return off;
  }

  long events() {
    return events;
  }

  Optional<TrailTrouble> trouble() {
    return trouble;
  }

  /** The next page's events that are new, one a line; empty at the end. */
  private Optional<String> turn() throws CannotOpen {
    while (!ended) {
      switch (calls.ask(region, question())) {
        case TrailPage.Events(var page, var next) -> {
          return Optional.of(take(page, next));
        }
        case TrailPage.TokenGone _ -> restart();
        case TrailPage.Stranger(AwsFailure failure) -> {
          if (begun || !mayBeOff || !all.isWelcome()) {
            throw broken(TrailTrouble.stranger(failure));
          }
          off = true;
          end();
        }
        case TrailPage.Failed(AwsFailure failure) -> throw broken(TrailTrouble.of(failure));
        case TrailPage.Stopped _ -> throw broken(stopped());
      }
    }
    return Optional.empty();
  }

  private LookupEventsRequest question() {
    return LookupEventsRequest.builder()
        .startTime(since)
        .endTime(asked)
        .maxResults(TrailEvents.PAGE)
        .nextToken(token.orElse(null))
        .build();
  }

  private String take(List<Event> page, Optional<String> next) throws CannotOpen {
    all.welcomed();
    begun = true;
    List<Event> fresh = rest.unread(page);
    rest = rest.after(page);
    events += fresh.size();
    watch.read(fresh.size());
    if (!fresh.isEmpty()) {
      restarts = 0;
    }
    if (next.isEmpty()) {
      end();
    } else if (next.equals(token)) {
      restart();
    } else {
      token = next;
    }
    return lines(fresh);
  }

  /** Goes on without the token, from the events that were read last. */
  private void restart() throws CannotOpen {
    token = Optional.empty();
    asked = rest.until();
    if (++restarts > MOST_RESTARTS) {
      throw broken(
          new TrailTrouble(
              "CloudTrail takes none of the tokens that it gives for the page after.",
              "Try again later."));
    }
  }

  private void end() {
    ended = true;
    watch.ended();
  }

  private CannotOpen broken(TrailTrouble why) {
    TrailTrouble whole = begun ? why.after(rest) : why;
    trouble = Optional.of(whole);
    watch.ended();
    return new CannotOpen(whole.what(), whole.fix());
  }

  private TrailTrouble stopped() {
    return new TrailTrouble("Looking up was stopped before its end.", "Look up what is left.");
  }

  private static String lines(List<Event> events) {
    StringBuilder lines = new StringBuilder();
    for (Event event : events) {
      Json record =
          event.cloudTrailEvent() == null ? new Json.Null() : new Json.Str(event.cloudTrailEvent());
      lines.append(CompactJson.write(new Json.Obj(Map.of("CloudTrailEvent", record)))).append('\n');
    }
    return lines.toString();
  }
}
