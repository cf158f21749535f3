package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolecall.ExpectedEvents;
import rolecall.OpenedSample;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.policy.FiringCases;

/** Whatever the shipped policy tells comes through: in the hub's own Region, and by a spoke. */
class SamplesPassTest {
  private static final Map<String, BusRules> WAYS =
      Map.of(
          "default bus", BusRules.onDefaultBus("rolecall"),
          "hub bus", BusRules.onHubBus("rolecall"),
          "spoke", BusRules.inSpoke());

  /** What is quiet because of who did it may be kept out before it arrives. */
  private static final List<String> KEPT_OUT =
      List.of(
          "quiet--console-action.json",
          "quiet--service-linked-role-read.json",
          "quiet--voice-connectors-listed.json");

  /**
   * Its readOnly is the number 0, to try the facts; a pattern cannot say "not true" of a boolean.
   */
  private static final String NEVER_SENT = "chime-call-by-root: whether it writes cannot be known";

  @Test
  void every_sample_in_its_envelope_passes_unless_it_is_ordinary() throws Exception {
    List<String> stopped = new ArrayList<>();
    for (ExpectedEvents expected : ExpectedEvents.read()) {
      if (expected.file().startsWith("events/eventbridge/")) {
        Json envelope = JsonReader.read(Files.readString(Path.of(expected.file())));
        WAYS.forEach((way, rules) -> {
          if (rules.passing(envelope).isEmpty()) {
            stopped.add(way + " " + expected.file().substring("events/eventbridge/".length()));
          }
        });
      }
    }
    List<String> meant = new ArrayList<>();
    KEPT_OUT.forEach(name -> WAYS.keySet().forEach(way -> meant.add(way + " " + name)));
    assertThat(stopped).containsExactlyInAnyOrderElementsOf(meant);
  }

  @Test
  void every_record_of_every_shape_that_is_told_passes() throws Exception {
    int told = 0;
    for (ExpectedEvents expected : ExpectedEvents.read()) {
      if (isTold(expected)) {
        Json record =
            OpenedSample.of(Path.of(expected.file())).records().stream()
                .filter(r -> r.get("eventID").text().filter(expected.eventId()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertPasses(expected.line(), Envelope.around(record));
        told++;
      }
    }
    assertThat(told).isGreaterThan(90);
  }

  private static boolean isTold(ExpectedEvents expected) {
    return !expected.what().equals(List.of("quiet"))
        && !expected.what().equals(List.of("skipped"))
        && !expected.eventId().equals("-");
  }

  @Test
  void every_case_beside_a_shipped_rule_that_is_told_passes() {
    List<FiringCases.Firing> cases = FiringCases.shipped();
    assertThat(cases).hasSizeGreaterThan(100);
    for (FiringCases.Firing firing : cases) {
      if (firing.name().equals(NEVER_SENT)) {
        continue;
      }
      assertPasses(firing.name(), Envelope.around(firing.record()));
    }
  }

  private static void assertPasses(String name, Json envelope) {
    WAYS.forEach(
        (way, rules) -> assertThat(rules.passing(envelope)).as("%s: %s", way, name).isNotEmpty());
  }
}
