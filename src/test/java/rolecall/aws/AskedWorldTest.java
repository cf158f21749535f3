package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.aws.RecentEvents.Item;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.lineage.Chain;
import rolecall.lineage.Gathering;
import rolecall.lineage.Lineage;
import rolecall.lineage.Root;
import rolecall.lineage.World;
import rolecall.record.TrailRecord;

/**
 * Asking one account's Regions tells what all records of that account tell: no less, and nothing
 * else. Keys are spread over the Regions, so that most are not where they are first looked for.
 */
class AskedWorldTest {
  private static final String ACCOUNT = "111122223333";
  private static final Duration LONG = Duration.ofDays(1);
  private static final Instant NOW = Instant.parse("2026-03-04T00:00:00Z");

  private final StandIn aws = StandIn.start();
  private final Instantly time = new Instantly();
  private final RecentEvents recent = new RecentEvents(1);
  private final AtomicInteger calls = new AtomicInteger();

  AskedWorldTest() {
    aws.otherwise(asked -> {
      calls.incrementAndGet();
      return recent.apply(asked);
    });
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 20", "3, 50"})
  void of_thousands_of_sessions_every_answer_is_that_of_all_records(long seed, int lostPercent) {
    recent.at(time);
    World world = new World(seed, 1000, lostPercent);
    check(world, "us-gov-west-1", List.of("us-gov-west-1", "us-gov-east-1"));
    assertThat(recent.tooSoon()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"4, 10"})
  void regions_that_are_asked_side_by_side_answer_the_same(long seed, int lostPercent) {
    World world = new World(seed, 80, lostPercent);
    check(world, "eu-west-1", List.copyOf(TrailRegions.ALWAYS_ON));
  }

  private void check(World world, String home, List<String> regions) {
    Gathering gathering = new Gathering();
    for (TrailRecord record : world.records()) {
      if (record.recipientAccountId().equals(Optional.of(ACCOUNT))) {
        gathering.add(record);
        recent.put(regions.get(Math.floorMod(place(record), regions.size())), item(record));
      }
    }
    Lineage oracle = gathering.lineage();
    List<String> wrong = new ArrayList<>();
    int knowable = 0;
    int found = 0;
    int most = 0;
    try (AwsClients clients = AwsClients.forFunction(Callers.variables(aws, "AWS_REGION", home))) {
      TrailTracer tracer = new TrailTracer(clients, () -> NOW, time, Optional.of(ACCOUNT));
      for (TrailRecord event : world.roots().keySet()) {
        int before = calls.get();
        Chain told = tracer.trace(event, LONG).chain();
        most = Math.max(most, calls.get() - before);
        Chain truth = oracle.trace(event);
        boolean known = truth.root() instanceof Root.Known;
        knowable += known ? 1 : 0;
        found += known && World.told(told.root()).equals(World.told(truth.root())) ? 1 : 0;
        if (!told.hops().equals(truth.hops())
            || !World.told(told.root()).equals(World.told(truth.root()))
            || !told.actor().equals(truth.actor())
            || !told.evidence().equals(truth.evidence())) {
          wrong.add(event.eventId() + ": " + told + ", not " + truth);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(found).isEqualTo(knowable).isGreaterThan(world.roots().size() / 8);
    assertThat(most).isBetween(2, 150);
  }

  /** What names one key is in one Region, as one call of STS makes it. */
  private static int place(TrailRecord record) {
    Json answer = record.response();
    Json handed = answer.get("credentialSet").items().stream().findFirst().orElse(answer);
    return handed.get("credentials").get("accessKeyId").hashCode();
  }

  private static Item item(TrailRecord record) {
    return new Item(
        record.eventId(),
        record.eventTime().orElseThrow(),
        new Json.Str(CompactJson.write(record.tree())));
  }
}
