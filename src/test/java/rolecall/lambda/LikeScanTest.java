package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.policy.Additions;
import rolecall.policy.CompiledForm;
import rolecall.policy.UnreadablePolicy;

/** The function, given records one by one as they happened, tells what a scan of them tells. */
class LikeScanTest {
  private static final Optional<String> SHARED =
      Optional.of("c0000000-0000-4000-8000-000000000011");

  /** Any records, read as one log. */
  private record Log(List<String> records) implements LogSource {
    @Override
    public String name() {
      return "log";
    }

    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      String text = "{\"Records\":[" + String.join(",", records) + "]}";
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
  }

  @Test
  void every_sample_is_told_by_both() throws Exception {
    List<String> samples = samples();
    assertThat(toldByFunction(samples)).isEqualTo(toldByScan(samples));
  }

  @Test
  void so_are_repeats_duplicates_and_addenda_over_an_afternoon() throws Exception {
    List<String> samples = samples();
    for (int seed = 0; seed < 6; seed++) {
      List<String> records = afternoon(new Random(seed), samples);
      assertThat(toldByFunction(records)).as("seed %d", seed).isEqualTo(toldByScan(records));
    }
  }

  private static List<String> samples() throws IOException {
    List<String> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("events/eventbridge"))) {
      for (Path file : files.sorted().toList()) {
        samples.add(CompactJson.write(Stage.json(Files.readString(file)).get("detail")));
      }
    }
    for (String array : List.of("records.json", "console-switch-beside-its-assumption.json")) {
      Stage.json(Stage.sample("array/" + array)).items().stream()
          .map(CompactJson::write)
          .forEach(samples::add);
    }
    return samples;
  }

  /** Few acts, by two people, often at the same moment or an hour apart. */
  private static List<String> afternoon(Random random, List<String> samples) {
    List<String> acts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      acts.add(samples.get(random.nextInt(samples.size())));
    }
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String time =
          "2026-03-02T%02d:%02d:%02dZ"
              .formatted(
                  9 + random.nextInt(4),
                  10 * random.nextInt(6),
                  random.nextInt(3) == 0 ? 0 : random.nextInt(60));
      String record = Stage.with(acts.get(random.nextInt(acts.size())), "eventID", id(i));
      record = Stage.with(record, "sharedEventID", id(1_000 + i));
      record = Stage.with(record, "eventTime", random.nextInt(25) == 0 ? "" : time);
      records.add(random.nextInt(3) == 0 ? record.replace("dana", "erin") : record);
      String before = records.get(random.nextInt(records.size()));
      switch (random.nextInt(8)) {
        case 0 -> records.add(before);
        case 1 -> records.add(addendum(before, id(2_000 + i)));
        default -> {}
      }
    }
    records.sort(
        Comparator.comparing(LikeScanTest::time).thenComparing(record -> text(record, "eventID")));
    return records;
  }

  private static String addendum(String record, String id) {
    if (record.contains("\"addendum\"")) {
      return record;
    }
    String late = Stage.with(record, "eventID", id);
    return late.substring(0, late.length() - 1)
        + ",\"addendum\":{\"reason\":\"DELIVERY_DELAY\",\"originalEventID\":\"%s\"}}"
            .formatted(text(record, "eventID"));
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** Of records without a time, the end of all times. */
  private static String time(String record) {
    String time = text(record, "eventTime");
    return time.isEmpty() ? "9" : time;
  }

  private static String text(String record, String member) {
    return Stage.json(record).get(member).text().orElse("");
  }

  private static Set<String> toldByScan(List<String> records) throws UnreadablePolicy {
    Set<String> told = new TreeSet<>();
    new Scan(CompiledForm.shipped(Additions.NONE), 1, Optional.empty(), Optional.empty(), Set.of())
        .run(List.<Found>of(new Found.Source(new Log(records))).iterator(), Progress.NONE)
        .told()
        .forEach(t -> told.add(t.finding().event().id() + " " + t.finding().rule().id()));
    return told;
  }

  private static Set<String> toldByFunction(List<String> records) {
    Set<String> told = new TreeSet<>();
    try (Stage stage = new Stage()) {
      InProcess function = stage.function();
      records.forEach(record -> stage.invoke(function, record));
      for (int i = 0; i < stage.published(); i++) {
        for (String finding : stage.told(i)) {
          assertThat(told.add(finding)).as("%s is told once", finding).isTrue();
        }
      }
    }
    return told;
  }

  @Test
  void the_copies_of_a_cross_account_assumption_are_told_once_a_rule_in_either_order() {
    Json ours = copy("111122223333");
    Json theirs = copy("444455556666");
    for (boolean callersFirst : List.of(false, true)) {
      Json first = callersFirst ? theirs : ours;
      Json second = callersFirst ? ours : theirs;
      try (Stage stage = new Stage().withTable()) {
        InProcess one = stage.function();
        InProcess other = stage.function();
        stage.invoke(one, CompactJson.write(first));
        stage.invoke(other, CompactJson.write(second));
        stage.invoke(one, CompactJson.write(second));
        stage.invoke(other, CompactJson.write(first));
        List<String> told = new ArrayList<>(stage.told(0));
        told.addAll(stage.told(1));
        assertThat(stage.published()).isEqualTo(2);
        assertThat(told.stream().map(finding -> finding.replaceAll(".* ", "")))
            .containsExactlyInAnyOrder(
                "cross-account-assumption", "assumption-not-granted", "assumption-without-mfa");
        assertThat(stage.body(1, "email").replaceAll("\\s+", " "))
            .contains("follows the alert of event " + first.get("eventID").text().orElseThrow());
      }
    }
  }

  /** The copy in that account of an assumption that both accounts have logged. */
  static Json copy(String account) {
    Path log =
        Path.of(
            "events/log-file", account + "_CloudTrail_us-east-1_20260302T1130Z_EXAMPLE.json.gz");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(log))) {
      return Stage.json(new String(packed.readAllBytes(), UTF_8)).get("Records").items().stream()
          .filter(record -> SHARED.equals(record.get("sharedEventID").text()))
          .findFirst()
          .orElseThrow();
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
