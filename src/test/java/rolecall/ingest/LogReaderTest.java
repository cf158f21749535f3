package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ingest.Inputs.bytes;
import static rolecall.ingest.Inputs.gzip;
import static rolecall.ingest.Inputs.join;
import static rolecall.ingest.Inputs.log;
import static rolecall.ingest.Inputs.read;
import static rolecall.ingest.Inputs.readInFolder;
import static rolecall.ingest.Inputs.unwatched;
import static rolecall.ingest.Inputs.watched;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.json.JsonReader;

class LogReaderTest {
  private static final String A = watched("A");
  private static final String B = unwatched("B");
  private static final String C = watched("C");
  private static final String[] ABC = {"record 0 A", "ignored", "record 2 C"};

  @Test
  void a_plain_record_is_handed_on_whole() throws Exception {
    RecordingSink sink = read(A);

    assertThat(sink.calls).containsExactly("record 0 A");
    Json expected = JsonReader.read(A);
    assertThat(sink.records.getFirst().tree()).isEqualTo(expected);
  }

  @Test
  void a_log_file_is_read_record_by_record() {
    assertThat(read(log(A, B, C)).calls).containsExactly(ABC);
  }

  @Test
  void an_array_of_records_is_read() {
    assertThat(read("[" + A + " ,\n" + B + "," + C + "]\n").calls).containsExactly(ABC);
  }

  @Test
  void json_lines_are_read_blank_ones_left_out() {
    assertThat(read(A + "\n\n" + B + "\r\n  \n" + C + "\n").calls).containsExactly(ABC);
  }

  @Test
  void values_that_follow_without_a_break_are_read() {
    assertThat(read(A + B + C).calls).containsExactly(ABC);
  }

  @Test
  void lines_that_are_log_files_are_read_and_numbered_through() {
    assertThat(read(log(A, B) + "\n" + log() + "\n" + log(C)).calls).containsExactly(ABC);
  }

  @Test
  void records_printed_over_many_lines_are_read() {
    String pretty = log(A, B, C).replace(",", ",\n    ").replace("{", "{\n   ").replace(":", " : ");

    assertThat(read(pretty + "\n" + pretty).calls)
        .containsExactly(
            "record 0 A", "ignored", "record 2 C", "record 3 A", "ignored", "record 5 C");
  }

  @Test
  void other_members_before_and_behind_the_records_do_not_matter() {
    String filler = "x".repeat(2_000_000);
    String text =
        "{\"a\":{\"Records\":[1,2]},\"b\":\"%s\",\"Records\":[%s,%s],\"c\":[{}],\"Records\":[%s]}"
            .formatted(filler, A, B, C);

    assertThat(read(text).calls).containsExactly(ABC);
  }

  @Test
  void a_byte_order_mark_does_not_matter() {
    assertThat(read("\ufeff" + A + "\n\ufeff" + B + "\n" + C).calls).containsExactly(ABC);
  }

  @Test
  void gzip_is_known_by_its_first_bytes_and_not_by_a_name() {
    assertThat(read(gzip(log(A, B, C))).calls).containsExactly(ABC);
  }

  @Test
  void gzip_of_several_members_is_read_to_its_end() {
    byte[] packed = join(gzip(A + "\n"), gzip(""), gzip(B), gzip(C + "\n"), new byte[512]);

    assertThat(read(packed).calls).containsExactly(ABC);
  }

  @Test
  void records_across_the_borders_of_all_buffers_are_read() {
    StringBuilder text = new StringBuilder("{\"Records\":[");
    for (int i = 0; i < 30_000; i++) {
      text.append(i == 0 ? "" : ",").append(i % 3 == 0 ? watched("W" + i) : unwatched("U" + i));
    }
    byte[] log = bytes(text + "]}");

    RecordingSink stored = read(log);
    RecordingSink trickled = read(true, () -> new Trickle(new ByteArrayInputStream(log)));

    assertThat(stored.calls).hasSize(30_000).contains("ignored", "record 29997 W29997");
    assertThat(trickled.calls).isEqualTo(stored.calls);
    assertThat(read(gzip(log)).calls).isEqualTo(stored.calls);
  }

  @Test
  void one_reader_reads_many_inputs() {
    LogReader reader = new LogReader(Inputs.IAM_AND_STS);
    RecordingSink sink = new RecordingSink();
    for (String text : new String[] {log(A, B), "<html>", A, "", log(C)}) {
      reader.read(Inputs.source(true, () -> new ByteArrayInputStream(bytes(text))), sink);
    }

    assertThat(sink.calls)
        .containsExactly(
            "record 0 A", "ignored", "unreadable", "record 0 A", "empty", "record 0 C");
  }

  @Test
  void an_input_with_nothing_in_it_is_empty() {
    assertThat(read("").calls).containsExactly("empty");
    assertThat(read(" \n\t ").calls).containsExactly("empty");
    assertThat(read(log()).calls).containsExactly("empty");
    assertThat(read(log() + "\n" + log()).calls).containsExactly("empty");
    assertThat(read("[]").calls).containsExactly("empty");
    assertThat(read(gzip("")).calls).containsExactly("empty");
    assertThat(read("{\"Events\":[]}").calls).containsExactly("empty");
  }

  @Test
  void json_that_is_no_log_is_a_failure_when_the_user_named_it() {
    RecordingSink sink = read("{\"foo\":1}\n{\"bar\":2}");

    assertThat(sink.losses)
        .containsExactly(
            new Unreadable(
                "in.json",
                OptionalLong.empty(),
                OptionalLong.of(0),
                "It is JSON, but holds no CloudTrail record and no envelope that AWS puts records"
                    + " in.",
                "Give CloudTrail log files, or the folder that holds them."));
  }

  @Test
  void json_that_is_no_log_is_skipped_inside_a_folder() {
    assertThat(readInFolder("{\"foo\":1}").calls).containsExactly("skipped no CloudTrail log");
    assertThat(readInFolder("[1,2,{\"a\":[]}]").calls).containsExactly("skipped no CloudTrail log");
  }

  @Test
  void json_that_is_no_record_is_a_loss_among_records_wherever_it_stands() {
    assertThat(readInFolder("{\"foo\":1}\n[2]\n" + A + "\n{\"bar\":2}\n" + C).calls)
        .containsExactly(
            "unreadable 0", "unreadable 1", "record 2 A", "unreadable 3", "record 4 C");
  }

  @Test
  void an_input_that_cannot_be_opened_is_told() {
    RecordingSink sink = new RecordingSink();
    LogSource closed =
        new LogSource() {
          @Override
          public String name() {
            return "locked.json";
          }

          @Override
          public boolean named() {
            return true;
          }

          @Override
          public InputStream open() throws IOException {
            throw new AccessDeniedException("locked.json");
          }
        };

    new LogReader(Inputs.IAM_AND_STS).read(closed, sink);

    assertThat(sink.losses)
        .containsExactly(
            new Unreadable(
                "locked.json",
                OptionalLong.empty(),
                OptionalLong.empty(),
                "It cannot be opened: you may not read it.",
                "Check that it exists and that you may read it."));
  }

  /** Gives one to seven bytes at a time. */
  private static final class Trickle extends InputStream {
    private final InputStream bytes;
    private int size;

    Trickle(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      size = size % 7 + 1;
      return bytes.read(target, from, Math.min(size, length));
    }
  }
}
