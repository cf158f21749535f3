package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.monitor.Balance;
import rolecall.monitor.Coverage;
import rolecall.monitor.MissedEvent;

class BalanceTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 100.000",
    "1, 1, 100.000",
    "100000, 99999, 99.999",
    "100000, 100000, 100.000",
    "1000000000, 999999999, 99.999",
    "3, 2, 66.666",
    "1000000000, 1, 0.001",
    "1000000000, 0, 0.000"
  })
  void one_missed_event_shows_and_so_does_one_that_was_handled(
      long expected, long handled, String percent) {
    assertThat(BalanceText.percent(new Coverage(expected, handled)).toPlainString())
        .isEqualTo(percent);
  }

  @Test
  void what_is_not_known_is_a_dash() {
    LinkedHashMap<Balance.Place, Coverage> places = new LinkedHashMap<>();
    places.put(new Balance.Place(Optional.empty(), "unknown"), new Coverage(1, 0));
    MissedEvent event =
        new MissedEvent(
            "e1",
            "CreateRole",
            "iam.amazonaws.com",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(lines(places, List.of(event), 2_000))
        .containsExactly(
            "Compared with what the monitor handled: events from 1970-01-01T00:00:00Z until"
                + " 1970-01-02T00:00:00Z.",
            "",
            "ACCOUNT/REGION      EXPECTED       HANDLED        MISSED    COVERAGE",
            "-/unknown                  1             0             1     0.000 %",
            "",
            "Missed, and no rule minds:",
            "-  -/-  iam:CreateRole  e1",
            "and 2,000 more");
  }

  @Test
  void nothing_expected_is_said_so() {
    assertThat(lines(new LinkedHashMap<>(), List.of(), 0))
        .containsExactly(
            "Compared with what the monitor handled: events from 1970-01-01T00:00:00Z until"
                + " 1970-01-02T00:00:00Z.",
            "None of them was to reach the monitor.");
  }

  private static List<String> lines(
      SequencedMap<Balance.Place, Coverage> places, List<MissedEvent> quiet, long more) {
    return BalanceText.lines(
        new Balance(
            Instant.EPOCH,
            Instant.parse("1970-01-02T00:00:00Z"),
            places,
            quiet,
            more,
            0,
            List.of()));
  }
}
