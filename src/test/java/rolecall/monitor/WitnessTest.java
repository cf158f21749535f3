package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.monitor.Recorded.edit;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import rolecall.finding.Input;
import rolecall.ingest.Found;
import rolecall.json.Json;

class WitnessTest {
  private static SortedMap<String, String> heard(int threads, Found... inputs) {
    SortedMap<String, String> heard = new ConcurrentSkipListMap<>();
    ScanResult _ =
        Scanning.scanner(threads)
            .run(
                List.of(inputs).iterator(),
                Progress.NONE,
                new Witness() {
                  @Override
                  public void broken(Input where, Json.Obj rec) {
                    heard.put(
                        where.file() + " " + where.record(),
                        rec.get("eventID").text().orElseThrow());
                  }
                });
    return heard;
  }

  @Test
  void a_witness_hears_of_every_record_that_breaks_a_rule_and_of_no_other() {
    Found one =
        Scanning.file("a.json", edit("e1", "09:00:00"), edit("e2", "09:00:01").breaks("rule-a"));
    Found two = Scanning.file("b.json", edit("e3", "09:00:02").breaks("rule-a"));
    assertThat(heard(1, one, two)).hasToString("{a.json 1=e2, b.json 0=e3}");
    assertThat(heard(2, one, two)).isEqualTo(heard(1, one, two));
  }

  @Test
  void a_record_that_a_witness_fails_on_is_lost_once() {
    Found one = Scanning.file("a.json", edit("e1", "09:00:00").breaks("rule-a"));
    ScanResult result =
        Scanning.scanner(1)
            .run(
                List.of(one).iterator(),
                Progress.NONE,
                new Witness() {
                  @Override
                  public void broken(Input where, Json.Obj rec) {
                    throw new IllegalStateException("no room");
                  }
                });
    assertThat(Scanning.counted(result)).isEqualTo("1 records: 1 unreadable");
  }
}
