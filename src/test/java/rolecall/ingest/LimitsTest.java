package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ingest.Inputs.bytes;
import static rolecall.ingest.Inputs.join;
import static rolecall.ingest.Inputs.log;
import static rolecall.ingest.Inputs.read;
import static rolecall.ingest.Inputs.watched;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Inputs that are larger, deeper or denser than any log. */
class LimitsTest {
  private static final String A = watched("A");
  private static final String C = watched("C");
  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void a_line_of_a_gigabyte_is_passed_over_in_bounded_memory() {
    String before = A + "\n{\"eventVersion\":\"";
    RecordingSink sink = read(true, () -> filled(before, GIGABYTE, "\"}\n" + C + "\n"));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
    assertThat(sink.loss()).startsWith("The record is longer than 16777216 bytes");
    assertThat(sink.losses.getFirst().offset()).hasValue(A.length() + 1L);
  }

  @Test
  void a_line_of_open_brackets_too_large_to_hold_does_not_hide_the_next_one() {
    String open = "{\"a\":[1,";
    RecordingSink sink = read(A + "\n" + open.repeat(3_000_000) + "\n" + C + "\n");

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
    assertThat(sink.loss()).startsWith("The record is longer than 16777216 bytes");
  }

  @Test
  void a_line_of_objects_that_nobody_closes_does_not_hide_the_next_one() {
    RecordingSink sink = read(A + "\n" + "{\"a\":".repeat(100_000) + "\n" + C + "\n");

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
  }

  @Test
  void many_lines_of_open_brackets_too_large_to_hold_end_in_time() {
    RecordingSink sink = read("{\"a\":[\n".repeat(20_000_000));

    assertThat(sink.calls).hasSizeLessThan(50).contains("unreadable 0");
  }

  @Test
  void an_element_of_a_log_too_large_to_hold_does_not_hide_the_next_one() {
    RecordingSink sink =
        read(
            true,
            () ->
                filled(
                    "{\"Records\":[" + A + ",{\"a\":{\"b\":\"",
                    40_000_000,
                    "\\\"\"}}," + C + "]}"));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
  }

  @Test
  void a_large_record_within_the_limit_is_read() {
    RecordingSink sink =
        read(
            true,
            () -> filled(A.substring(0, A.length() - 1) + ",\"a\":\"", 15_000_000, "\"}" + C));

    assertThat(sink.calls).containsExactly("record 0 A", "record 1 C");
  }

  @Test
  void a_gigabyte_of_records_is_read_in_bounded_memory() {
    byte[] line = bytes(A + "\n");
    RecordSink counting = new CountingSink();
    new LogReader((_, _) -> false)
        .read(Inputs.source(true, () -> new Repeated(line, GIGABYTE / line.length)), counting);

    assertThat(((CountingSink) counting).ignored).isEqualTo(GIGABYTE / line.length);
  }

  @Test
  void a_gzip_bomb_is_stopped() throws Exception {
    byte[] bomb = packedText(400_000_000);
    RecordingSink sink = read(join(Inputs.gzip(A + "\n{\"eventVersion\":\""), bomb));

    assertThat(bomb.length).isLessThan(500_000);
    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1");
    assertThat(sink.loss()).startsWith("The gzip data is a bomb: ");
  }

  @Test
  void a_record_nested_a_hundred_thousand_deep_is_lost_alone() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String record = A.substring(0, A.length() - 1) + ",\"a\":" + deep + "}";

    assertThat(read(log(A, record, C)).calls)
        .containsExactly("record 0 A", "unreadable 1", "record 2 C");
  }

  @Test
  void brackets_without_end_are_one_loss() {
    RecordingSink sink = read("[".repeat(100_000));

    assertThat(sink.calls).containsExactly("unreadable 0");
    assertThat(sink.loss()).startsWith("The input ends in the middle of a record");
    assertThat(read("{\"a\":".repeat(100_000)).calls)
        .containsOnlyOnce("unreadable 0")
        .hasSizeLessThan(50);
    assertThat(read("{\"a\":[\n".repeat(100_000)).calls)
        .containsOnlyOnce("unreadable 0")
        .hasSizeLessThan(50);
    assertThat(read("[".repeat(100_000) + "]".repeat(100_000)).calls)
        .containsExactly("unreadable 0");
  }

  @Test
  void a_record_of_millions_of_values_does_not_exhaust_the_memory() {
    String record = A.substring(0, A.length() - 1) + ",\"a\":[0" + ",0".repeat(7_000_000) + "]}";
    RecordingSink sink = read(log(A, record, C));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1", "record 2 C");
  }

  @Test
  void more_pairs_of_names_than_are_remembered_are_judged_right() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(i % 2 == 0 ? watched("N" + i) : Inputs.unwatched("N" + i)).append('\n');
    }
    List<String> calls = read(text.toString()).calls;

    assertThat(calls).hasSize(20_000);
    assertThat(Collections.frequency(calls, "ignored")).isEqualTo(10_000);
    assertThat(calls).contains("record 19998 N19998");
  }

  private static byte[] packedText(long count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (long i = 0; i < count; i += block.length) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }

  private static InputStream filled(String before, long count, String behind) {
    byte[] block = new byte[1000];
    Arrays.fill(block, (byte) 'x');
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(bytes(before)),
                new Repeated(block, count / block.length),
                new ByteArrayInputStream(bytes(behind)))));
  }

  private static final class CountingSink implements RecordSink {
    long ignored;

    @Override
    public void ignored() {
      ignored++;
    }

    @Override
    public void record(rolecall.record.TrailRecord record, long number) {
      throw new AssertionError("nobody watches " + record.eventName());
    }

    @Override
    public void unreadable(Unreadable lost) {
      throw new AssertionError(lost.toString());
    }

    @Override
    public void skipped(String why) {
      throw new AssertionError(why);
    }

    @Override
    public void empty() {
      throw new AssertionError("empty");
    }
  }

  /** The same bytes over and over. */
  private static final class Repeated extends InputStream {
    private final byte[] block;
    private long left;
    private int place;

    Repeated(byte[] block, long times) {
      this.block = block;
      this.left = times * block.length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (left == 0) {
        return -1;
      }
      int count = 0;
      while (count < length && left > 0) {
        int part = (int) Math.min(Math.min(length - count, block.length - place), left);
        System.arraycopy(block, place, target, from + count, part);
        place = (place + part) % block.length;
        count += part;
        left -= part;
      }
      return count;
    }
  }
}
