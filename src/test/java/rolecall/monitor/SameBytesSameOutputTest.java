package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolecall.finding.Finding;
import rolecall.finding.KnownFinding;
import rolecall.finding.Told;
import rolecall.ingest.Found;

/** What must hold for every set of records, tried on many random ones. */
class SameBytesSameOutputTest {
  private static final List<String> RULES =
      List.of("rule-a", "rule-b", "grave-a", "grave-b", "trial-a");
  private static final List<String> TARGETS = List.of("role-one", "role-two");

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_number_of_threads_changes_nothing(long seed) {
    List<Found> inputs = files(records(new Random(seed)), new Random(seed));

    ScanResult alone = Scanning.scan(1, inputs);

    assertThat(Scanning.scan(2, inputs)).isEqualTo(alone);
    assertThat(Scanning.scan(7, inputs)).isEqualTo(alone);
    assertThat(List.copyOf(Scanning.scan(7, inputs).summary().bySeverity().keySet()))
        .isEqualTo(List.copyOf(alone.summary().bySeverity().keySet()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_the_inputs_changes_neither_counters_nor_findings(long seed) {
    List<Found> inputs = files(records(new Random(seed)), new Random(seed));
    List<Found> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(seed + 1));

    ScanResult first = Scanning.scan(1, inputs);
    ScanResult second = Scanning.scan(2, shuffled);

    assertThat(second.summary()).isEqualTo(first.summary());
    assertThat(second.told()).isEqualTo(first.told());
    assertThat(second.observed()).isEqualTo(first.observed());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void where_the_records_stand_changes_nothing_but_where_they_are_found(long seed) {
    List<Recorded> records = records(new Random(seed));
    List<Recorded> mixed = new ArrayList<>(records);
    Collections.shuffle(mixed, new Random(seed + 1));

    ScanResult first = Scanning.scan(1, files(records, new Random(seed)));
    ScanResult second = Scanning.scan(2, files(mixed, new Random(seed + 2)));

    assertThat(whatIsTold(second)).isEqualTo(whatIsTold(first));
    assertThat(Scanning.counted(second)).isEqualTo(Scanning.counted(first));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_second_delivery_of_everything_tells_nothing_more(long seed) {
    List<Recorded> records = records(new Random(seed));
    List<Recorded> twice = new ArrayList<>(records);
    twice.addAll(records);

    ScanResult once = Scanning.scan(1, files(records, new Random(seed)));
    ScanResult again = Scanning.scan(2, files(twice, new Random(seed)));

    assertThat(whatIsTold(again)).isEqualTo(whatIsTold(once));
    assertThat(again.summary().byRule()).isEqualTo(once.summary().byRule());
    assertThat(again.summary().alerted()).isEqualTo(once.summary().alerted());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_told_once_is_a_baseline_after_which_nothing_is_told(long seed) {
    List<Found> inputs = files(records(new Random(seed)), new Random(seed));
    ScanResult first = Scanning.scan(1, inputs);

    ScanResult again = Scanning.scan(known(first), inputs.toArray(Found[]::new));

    assertThat(again.told()).isEmpty();
    assertThat(again.observed()).isEqualTo(first.observed());
    assertThat(again.summary().repeated())
        .isEqualTo(first.summary().alerted() + first.summary().repeated());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_told_agrees_with_a_slow_and_simple_reading_of_the_contract(long seed) {
    List<Recorded> records = records(new Random(seed));

    ScanResult result = Scanning.scan(2, files(records, new Random(seed)));

    assertThat(Scanning.told(result)).isEqualTo(SlowSettlement.told(records));
  }

  /** Few names and few moments, so that records meet each other in every way. */
  private static List<Recorded> records(Random random) {
    List<Recorded> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String time = "%02d:%02d:00".formatted(9 + random.nextInt(3), 20 * random.nextInt(3));
      String id = "e" + i;
      switch (random.nextInt(6)) {
        case 0 -> records.add(says(Recorded.callersCopy(id, time, "s" + i), random));
        case 1 -> records.add(says(Recorded.rolesCopy(id, time, "s" + i), random));
        case 2 -> {
          records.add(says(Recorded.callersCopy(id, time, "s" + i), random));
          records.add(says(Recorded.rolesCopy(id + "r", time, "s" + i), random));
        }
        case 3 -> {
          Recorded edit = says(Recorded.edit(id, time), random);
          records.add(edit);
          records.add(edit);
        }
        case 4 -> records.add(says(Recorded.edit(id, time).without("eventTime"), random));
        default -> records.add(says(Recorded.edit(id, time), random));
      }
    }
    return records;
  }

  private static Recorded says(Recorded record, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> record.says("allowed");
      case 1 -> record.says("excused");
      case 2 -> random.nextBoolean() ? record.says("fault") : record.says("ignored");
      default -> {
        Recorded broken = record;
        for (String rule : RULES) {
          if (random.nextInt(3) == 0) {
            broken = breaks(broken, rule, random);
          }
        }
        yield broken;
      }
    };
  }

  private static Recorded breaks(Recorded record, String rule, Random random) {
    boolean rolesCopy = record.members().get("userIdentity").contains("AWSAccount");
    return rolesCopy && random.nextBoolean()
        ? record.breaksUnlessSettled(rule)
        : record.breaks(rule, TARGETS.get(random.nextInt(TARGETS.size())));
  }

  private static List<Found> files(List<Recorded> records, Random random) {
    int count = 1 + random.nextInt(9);
    List<List<Recorded>> shares =
        IntStream.range(0, count).<List<Recorded>>mapToObj(_ -> new ArrayList<>()).toList();
    records.forEach(record -> shares.get(random.nextInt(count)).add(record));
    return IntStream.range(0, count)
        .mapToObj(i -> Scanning.file(i + ".json", shares.get(i)))
        .toList();
  }

  private static Set<KnownFinding> known(ScanResult result) {
    return result.told().stream()
        .map(Told::finding)
        .map(f -> new KnownFinding(f.rule().id(), f.event().id(), f.event().account()))
        .collect(Collectors.toSet());
  }

  private static List<String> whatIsTold(ScanResult result) {
    return result.told().stream().map(SameBytesSameOutputTest::words).toList();
  }

  private static String words(Told told) {
    Finding finding = told.finding();
    return String.join(
        " ",
        finding.event().id(),
        finding.rule().id(),
        finding.act().toString(),
        Integer.toString(told.repeats()));
  }
}
