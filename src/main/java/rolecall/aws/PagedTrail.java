package rolecall.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import rolecall.ingest.RecentTrail;

/**
 * The account's own events through LookupEvents. Needs {@code cloudtrail:LookupEvents}, and knows
 * of one account: other accounts' events stand in theirs. Thread-safe.
 */
public final class PagedTrail implements RecentTrail {
  private final AwsClients clients;
  private final Waiting waiting;

  public PagedTrail(AwsClients clients, Waiting waiting) {
    this.clients = Objects.requireNonNull(clients, "clients is null");
    this.waiting = Objects.requireNonNull(waiting, "waiting is null");
  }

  @Override
  public Visit visit(Supplier<Duration> left) {
    return new AccountVisit(clients, new TurnTime(waiting, left));
  }

  /** One run: all Regions' calls keep their pace together. */
  private static final class AccountVisit implements Visit {
    private final AwsClients clients;
    private final TurnTime time;
    private final TrailCalls calls;
    private final TrailWelcome welcome;

    private AccountVisit(AwsClients clients, TurnTime time) {
      this.clients = clients;
      this.time = time;
      this.calls = new TrailCalls(clients, time);
      this.welcome = new TrailWelcome(calls);
    }

    @Override
    public Regions regions() {
      return switch (TrailRegions.all(clients)) {
        case TrailRegions.Named(var ids) -> new Regions.Named(ids);
        case TrailRegions.None(TrailTrouble why) -> new Regions.None(why.what() + " " + why.fix());
      };
    }

    @Override
    public Walk walk(String region, Instant since, Left left) {
      Rest rest = new Rest(left.until(), left.read());
      boolean mayBeOff = TrailRegions.mayBeOff(region);
      return new RegionWalk(
          new RegionTrail(welcome, calls, region, since, rest, mayBeOff, TrailWatch.NONE), time);
    }
  }
}
