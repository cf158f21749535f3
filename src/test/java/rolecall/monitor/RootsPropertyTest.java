package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.finding.PolicyStamp;
import rolecall.ingest.Found;
import rolecall.json.CompactJson;
import rolecall.lineage.World;
import rolecall.policy.Breach;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** Of thousands of sessions that are called alike, each is grouped with its true root's. */
class RootsPropertyTest {
  private static final Duration QUIET = Duration.ofMinutes(60);

  /** Finds fault with every edit, which is what the last event of each session is. */
  private record Edits() implements Judge {
    @Override
    public PolicyStamp stamp() {
      return ScriptedJudge.STAMP;
    }

    @Override
    public boolean watches(String eventSource, String eventName) {
      return eventSource.equals("iam.amazonaws.com");
    }

    @Override
    public Verdict judge(TrailRecord record) {
      return new Verdict.Broken(
          TestRecords.facts(record),
          List.of(
              new Breach(
                  ScriptedJudge.rule("rule-a"), "It is an edit.", target(record), QUIET, false)));
    }
  }

  private static String target(TrailRecord record) {
    return "role " + record.eventId().charAt(5);
  }

  private static final class Line {
    private final TrailRecord record;
    private final String actor;
    private final Instant time;
    private int repeats;

    Line(TrailRecord record, String actor) {
      this.record = record;
      this.actor = actor;
      this.time = record.eventTime().orElseThrow();
    }

    boolean isAround(Line later) {
      return actor.equals(later.actor)
          && target(record).equals(target(later.record))
          && Duration.between(time, later.time).compareTo(QUIET) < 0;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 60", "4, 60", "5, 20"})
  void repeats_are_exactly_those_of_the_same_true_root_target_and_window(
      long seed, int lostPercent) {
    World world = new World(seed, 3000, lostPercent);

    ScanResult result = scan(world, 2, new Random(seed));

    assertThat(Scanning.told(result)).isEqualTo(expected(world));
    assertThat(result.told().stream().mapToInt(told -> told.repeats()).sum())
        .isGreaterThan(100)
        .isEqualTo((int) result.summary().repeated());
    assertThat(result.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6, 0", "7, 60"})
  void neither_the_order_of_files_and_records_nor_the_threads_change_anything(
      long seed, int lostPercent) {
    World world = new World(seed, 1000, lostPercent);

    ScanResult one = scan(world, 1, new Random(seed));
    ScanResult other = scan(world, 4, new Random(seed + 1));

    assertThat(Scanning.told(other)).isEqualTo(Scanning.told(one));
    assertThat(acts(other)).isEqualTo(acts(one));
    assertThat(Scanning.counted(other)).isEqualTo(Scanning.counted(one));
  }

  private static List<String> acts(ScanResult result) {
    return result.told().stream().map(told -> told.finding().act().toString()).toList();
  }

  private static ScanResult scan(World world, int threads, Random random) {
    List<TrailRecord> records = new ArrayList<>(world.records());
    Collections.shuffle(records, random);
    List<List<String>> shares =
        IntStream.range(0, 7).<List<String>>mapToObj(_ -> new ArrayList<>()).toList();
    records.forEach(
        record -> shares.get(random.nextInt(shares.size())).add(CompactJson.write(record.tree())));
    List<Found> files =
        IntStream.range(0, shares.size())
            .mapToObj(i ->
                Scanning.bytes(
                    i + ".json",
                    shares.get(i).stream()
                        .collect(Collectors.joining(",", "{\"Records\":[", "]}"))))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(files, random);
    return new Scan(new Edits(), threads, Optional.empty(), Optional.empty(), Set.of())
        .run(files.iterator(), Progress.NONE);
  }

  /** Every edit is compared with every earlier one that was told. */
  private static List<String> expected(World world) {
    List<Line> lines =
        world.roots().entrySet().stream()
            .map(entry -> new Line(entry.getKey(), actor(world, entry.getKey(), entry.getValue())))
            .sorted(
                Comparator.comparing((Line line) -> line.time)
                    .thenComparing(line -> line.record.eventId()))
            .toList();
    List<Line> told = new ArrayList<>();
    for (Line line : lines) {
      told.stream()
          .filter(earlier -> earlier.isAround(line))
          .findFirst()
          .ifPresentOrElse(earlier -> earlier.repeats++, () -> told.add(line));
    }
    return told.stream()
        .map(line ->
            line.record.eventId() + " rule-a" + (line.repeats == 0 ? "" : " +" + line.repeats))
        .toList();
  }

  private static String actor(World world, TrailRecord record, String root) {
    return root.endsWith(" proven")
        ? world.actors().get(record)
        : record.userIdentity().get("arn").text().orElseThrow();
  }
}
