package rolecall.aws;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import rolecall.ingest.CannotOpen;
import rolecall.ingest.LogSource;
import rolecall.ingest.RecentTrail.Left;
import rolecall.ingest.RecentTrail.Turn;
import rolecall.ingest.RecentTrail.Walk;

/** Turns the pages of one Region, one at a time. For one thread. */
final class RegionWalk implements Walk {
  private static final Turn SLOW =
      new Turn.Slow("CloudTrail throttled the calls, or did not answer within seconds.");

  private final RegionTrail trail;
  private final TurnTime time;
  private boolean hangs;

  RegionWalk(RegionTrail trail, TurnTime time) {
    this.trail = trail;
    this.time = time;
  }

  /** A page of events, one a line. */
  private record Lines(String name, String text) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public Left left() {
    return new Left(trail.rest().until(), trail.rest().read());
  }

  @Override
  public Turn turn() {
    if (hangs) {
      return new Turn.Failed("CloudTrail did not answer before.");
    }
    Duration most = time.begin();
    if (!most.isPositive()) {
      return SLOW;
    }
    try {
      return new TimeLimit(most).call(this::ask);
    } catch (TimeoutException _) {
      // The call may still change the trail when it ends, so nobody turns another page of it.
      hangs = true;
      return new Turn.Failed(
          "CloudTrail did not answer within %d ms. See whether the function can reach it (in a VPC"
                  .formatted(most.toMillis())
              + " it needs an endpoint or a way out).");
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return SLOW;
    }
  }

  private Turn ask() {
    try {
      Optional<String> page = trail.turn();
      return trail.off()
          ? new Turn.Off()
          : new Turn.Page(new Lines(trail.name(), page.orElse("")), trail.ended());
    } catch (CannotOpen broken) {
      return time.stopped() ? SLOW : new Turn.Failed(broken.getMessage() + " " + broken.fix());
    }
  }
}
