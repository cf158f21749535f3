package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolecall.monitor.Scanning.bytes;
import static rolecall.monitor.Scanning.counted;
import static rolecall.monitor.Scanning.file;
import static rolecall.monitor.Scanning.scan;
import static rolecall.monitor.Scanning.scanner;
import static rolecall.monitor.Scanning.told;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;
import rolecall.ingest.Unreadable;

/** What is lost, empty or skipped, and what a user hears of it. */
class LossesTest {
  private static final Found GOOD =
      file("good.json", Recorded.edit("e1", "09:00:00").breaks("rule-a"));

  @Test
  void a_missing_path_is_one_loss_and_the_rest_is_judged() {
    ScanResult result = scan(missing("gone.json"), GOOD);

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 unreadable");
    assertThat(result.problems()).extracting(Unreadable::file).containsExactly("gone.json");
    assertThat(result.summary().files()).isEqualTo(1);
  }

  @Test
  void an_input_that_does_not_open_is_one_loss_and_no_file() {
    ScanResult result = scan(new Found.Source(new Closed("shut.json")), GOOD);

    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 unreadable");
    assertThat(result.problems()).extracting(Unreadable::file).containsExactly("shut.json");
    assertThat(result.summary().files()).isEqualTo(1);
  }

  @Test
  void a_fault_in_a_source_costs_that_input_alone() {
    ScanResult result = scan(new Found.Source(new Faulty("odd.json")), GOOD);

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 unreadable");
    assertThat(result.problems()).extracting(Unreadable::file).containsExactly("odd.json");
  }

  @Test
  void losses_come_in_the_order_of_the_inputs_whatever_the_number_of_threads() {
    List<Found> inputs =
        IntStream.range(0, 40)
            .mapToObj(i ->
                file(
                    i + ".json",
                    Recorded.edit("a" + i, "09:00:00").says("fault"),
                    Recorded.edit("b" + i, "09:00:00").says("fault")))
            .toList();
    List<String> expected =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(i -> Stream.of(i + ".json 0", i + ".json 1"))
            .toList();

    for (int threads : new int[] {1, 2, 7}) {
      assertThat(scan(threads, inputs).problems())
          .extracting(lost -> lost.file() + " " + lost.record().orElseThrow())
          .as("with %d threads", threads)
          .isEqualTo(expected);
    }
  }

  @Test
  void of_very_many_losses_the_first_are_listed_and_all_are_counted() {
    List<Found> inputs = IntStream.range(0, 1234).mapToObj(i -> missing(i + ".json")).toList();

    ScanResult result = scan(3, inputs);

    assertThat(result.summary().unreadable()).isEqualTo(1234);
    assertThat(result.problems())
        .extracting(Unreadable::file)
        .isEqualTo(IntStream.range(0, 1000).mapToObj(i -> i + ".json").toList());
    assertThat(result.notes())
        .containsExactly(
            "Of what could not be read, the first 1000 are listed, and 234 more are only"
                + " counted.");
  }

  @Test
  void a_list_of_inputs_that_breaks_off_is_a_loss_and_what_was_found_is_judged() {
    Iterator<Found> broken =
        new Iterator<>() {
          private boolean asked;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Found next() {
            if (asked) {
              throw new NoSuchElementException("the disk is gone");
            }
            asked = true;
            return GOOD;
          }
        };

    ScanResult result = scanner(3).run(broken, Progress.NONE);

    assertThat(told(result)).containsExactly("e1 rule-a");
    assertThat(result.problems())
        .containsExactly(
            new Unreadable(
                "the list of inputs",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "The inputs after this point could not be found:"
                    + " java.util.NoSuchElementException: the disk is gone.",
                "Name the files one by one, and report this fault of Rolecall."));
    assertThat(counted(result)).isEqualTo("2 records: 1 alerted 1 unreadable");
  }

  @Test
  void empty_inputs_are_named_and_no_losses() {
    ScanResult result =
        scan(
            bytes("b.json", "{\"Records\":[]}"),
            new Found.EmptyFolder("logs/"),
            bytes("-", "{\"Records\":[]}"));

    assertThat(counted(result)).isEqualTo("0 records:");
    assertThat(result.notes())
        .containsExactly(
            "b.json is empty: it holds no records.",
            "Standard input is empty: it holds no records.",
            "logs/ is a folder with no log files.");
  }

  @Test
  void of_very_many_empty_inputs_the_first_are_named() {
    List<Found> inputs =
        IntStream.range(0, 24)
            .mapToObj(i ->
                i % 2 == 0
                    ? bytes(i + ".json", "{\"Records\":[]}")
                    : new Found.EmptyFolder(i + "/"))
            .toList();

    for (int threads : new int[] {1, 2, 7}) {
      List<String> notes = scan(threads, inputs).notes();
      assertThat(notes).hasSize(22);
      assertThat(notes)
          .contains("0.json is empty: it holds no records.", "19/ is a folder with no log files.")
          .contains("And 2 more empty inputs.", "And 2 more folders with no log files.");
    }
  }

  @Test
  void what_is_skipped_is_counted_by_reason() {
    ScanResult result = scan(new Found.Skipped("logs/readme.txt"), new Found.Skipped("logs/b.txt"));

    assertThat(result.summary().skipped()).isEqualTo(2);
    assertThat(counted(result)).isEqualTo("0 records:");
    assertThat(result.notes()).isEmpty();
    assertThat(result.skips())
        .containsExactly(Map.entry("a file in a folder that is no log by its name", 2L));
  }

  @Test
  void of_very_many_reasons_to_skip_the_first_are_named_and_all_are_counted() {
    List<Found> inputs =
        IntStream.range(0, 60)
            .mapToObj(i -> bytes(i + ".json", scheduled("Kind " + (char) ('Z' - i % 15))))
            .toList();

    for (int threads : new int[] {1, 2, 7}) {
      ScanResult result = scan(threads, inputs);
      assertThat(result.summary().skipped()).isEqualTo(60);
      assertThat(result.skips()).hasSize(11).containsEntry("for further reasons", 20L);
      assertThat(result.skips().firstEntry().getKey()).endsWith("Kind L");
      assertThat(result.skips().firstEntry().getValue()).isEqualTo(4L);
    }
  }

  @Test
  void an_interrupted_scan_ends_and_keeps_the_interrupt() {
    CountDownLatch never = new CountDownLatch(1);
    Found stuck = new Found.Source(new Stuck("-", never));

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scan(2, List.of(stuck, GOOD)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String scheduled(String kind) {
    return "{\"version\":\"0\",\"id\":\"x\",\"detail-type\":\"%s\",\"source\":\"test\",\"detail\":{}}"
        .formatted(kind);
  }

  private static Found missing(String name) {
    return new Found.Missing(
        new Unreadable(
            name, OptionalLong.empty(), OptionalLong.empty(), "It is gone.", "Look for it."));
  }

  private record Closed(String name) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      throw new IOException("permission denied");
    }
  }

  private record Faulty(String name) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      throw new IllegalStateException("the source fell over");
    }
  }

  /** Stays in the middle of a read until it is interrupted. */
  private record Stuck(String name, CountDownLatch never) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      try {
        never.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("interrupted");
    }
  }
}
