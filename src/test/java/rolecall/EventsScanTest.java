package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rolecall.finding.Told;
import rolecall.ingest.LogPaths;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.policy.PolicyFile;

/**
 * The engine against what {@code expected/events.txt} says, worked out by hand, of every sample.
 */
class EventsScanTest {
  private static ScanResult scan(String... paths) throws IOException {
    PolicyFile policy =
        PolicyFile.read("default", Files.readAllBytes(Path.of("policies/default.yaml")));
    return new Scan(
            policy.loaded().orElseThrow().policy(), 2, Optional.empty(), Optional.empty(), Set.of())
        .run(LogPaths.walk(List.of(paths), InputStream.nullInputStream()), Progress.NONE);
  }

  /** {@code FILE RECORD} to the rules told of it. */
  private static Map<String, Set<String>> told(ScanResult result) {
    return byPlace(result.told(), "");
  }

  private static Map<String, Set<String>> byPlace(List<Told> findings, String before) {
    Map<String, Set<String>> rules = new TreeMap<>();
    findings.forEach(one ->
        rules
            .computeIfAbsent(
                one.finding().input().file() + " " + one.finding().input().record(),
                _ -> new TreeSet<>())
            .add(before + one.finding().rule().id()));
    return rules;
  }

  /** Told and observed, the latter as the expectations mark them. */
  private static Map<String, Set<String>> found(ScanResult result) {
    Map<String, Set<String>> found = told(result);
    byPlace(result.observed(), "observed:")
        .forEach(
            (place, rules) -> found.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(rules));
    return found;
  }

  @Test
  void every_sample_is_judged_as_it_was_worked_out_by_hand() throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    Set<String> shipped = shippedRules();
    for (ExpectedEvents line : ExpectedEvents.read()) {
      Set<String> rules = new TreeSet<>(line.what());
      rules.removeIf(rule -> !shipped.contains(rule.replaceFirst("^observed:", "")));
      if (!rules.isEmpty()) {
        expected.put(line.file() + " " + line.record().orElseThrow(), rules);
      }
    }
    Map<String, Set<String>> told = found(scan("events"));
    Set<String> places = new TreeSet<>(expected.keySet());
    places.addAll(told.keySet());
    places.removeIf(
        place -> expected.getOrDefault(place, Set.of()).equals(told.getOrDefault(place, Set.of())));
    assertThat(places)
        .as("places where what is told is not what was expected")
        .allSatisfy(place ->
            assertThat(told.getOrDefault(place, Set.of()))
                .as(place)
                .isEqualTo(expected.getOrDefault(place, Set.of())));
  }

  @Test
  void everything_is_read_and_counted_once() throws IOException {
    ScanResult result = scan("events");
    List<ExpectedEvents> lines = ExpectedEvents.read();
    long records = lines.stream().filter(line -> line.record().isPresent()).count();
    long repeated =
        lines.stream()
            .filter(line -> line.what().stream().allMatch(w -> w.startsWith("repeated:")))
            .count();
    assertThat(result.problems()).isEmpty();
    assertThat(result.summary().records()).isEqualTo(records);
    long observed =
        lines.stream()
            .filter(line -> line.what().stream().allMatch(w -> w.startsWith("observed:")))
            .count();
    assertThat(result.summary().repeated()).isEqualTo(repeated);
    assertThat(result.summary().observed()).isEqualTo(observed);
    assertThat(result.summary().alerted()).isEqualTo(told(result).size());
  }

  @Test
  void every_rule_that_can_fire_without_a_grant_fires_on_a_sample() throws IOException {
    Set<String> silent = new TreeSet<>(shippedRules());
    found(scan("events")).values().stream()
        .flatMap(Set::stream)
        .forEach(rule -> silent.remove(rule.replaceFirst("^observed:", "")));
    assertThat(silent).containsExactly("assumption-breaks-terms");
  }

  private static Set<String> shippedRules() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("policies/default.yaml"))) {
      if (line.startsWith("  - id: ")) {
        ids.add(line.substring("  - id: ".length()));
      }
    }
    return ids;
  }
}
