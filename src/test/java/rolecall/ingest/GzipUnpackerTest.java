package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ingest.Inputs.bytes;
import static rolecall.ingest.Inputs.gzip;
import static rolecall.ingest.Inputs.join;
import static rolecall.ingest.Inputs.read;
import static rolecall.ingest.Inputs.watched;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GzipUnpackerTest {
  private static final String A = watched("A");
  private static final String C = watched("C");
  private static final String ANEW =
      "Copy the file anew from where it came from and scan it again.";

  @Test
  void records_before_a_cut_are_read_and_the_rest_is_one_loss() {
    StringBuilder text = new StringBuilder("{\"Records\":[" + A);
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 500; i++) {
      text.append(',').append(watched("N" + random.nextLong()));
    }
    byte[] whole = gzip(text + "]}");
    RecordingSink sink = read(Arrays.copyOf(whole, whole.length / 2));

    List<String> calls = sink.calls;
    assertThat(calls).startsWith("record 0 A").hasSizeGreaterThan(100);
    assertThat(calls.getLast()).isEqualTo("unreadable " + (calls.size() - 1));
    assertThat(sink.loss())
        .isEqualTo(
            "The gzip data is cut off after "
                + whole.length / 2
                + " bytes; the rest is lost. "
                + ANEW);
  }

  @Test
  void a_cut_at_any_byte_throws_nothing_and_is_told_once() {
    byte[] whole = gzip(A + "\n" + C + "\n");
    for (int cut = 3; cut < whole.length; cut++) {
      RecordingSink sink = read(Arrays.copyOf(whole, cut));

      assertThat(sink.losses).as("cut at %d", cut).hasSize(1);
      assertThat(sink.loss()).startsWith("The gzip data is cut off after " + cut + " bytes");
    }
  }

  @Test
  void a_wrong_checksum_is_told_and_the_records_are_read() {
    byte[] packed = gzip(A + "\n" + C);
    packed[packed.length - 7] ^= 1;
    RecordingSink sink = read(packed);

    assertThat(sink.calls).containsExactly("record 0 A", "record 1 C", "unreadable");
    assertThat(sink.loss())
        .isEqualTo(
            "The gzip checksum is wrong: what was read is not what was written. Do not trust the"
                + " findings of this file. "
                + ANEW);
  }

  @Test
  void bytes_behind_the_end_are_told_and_the_records_are_read() {
    RecordingSink sink = read(join(gzip(A), bytes("oops")));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable");
    assertThat(sink.loss())
        .startsWith("After the end of the gzip data stand bytes that are no gzip.");
  }

  @Test
  void every_optional_part_of_a_header_is_passed_over() {
    byte[] plain = gzip(A);
    byte[] header = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3};
    byte[] extra = {3, 0, 'a', 'b', 'c'};
    byte[] texts = bytes("name\0comment\0");
    byte[] body = Arrays.copyOfRange(plain, 10, plain.length);

    assertThat(read(join(header, extra, texts, new byte[2], body)).calls)
        .containsExactly("record 0 A");
  }

  @Test
  void a_member_whose_first_bytes_lie_on_both_sides_of_a_border_is_read() {
    byte[] member = gzip(A + "\n");
    for (int border = 4_096; border <= 1 << 20; border *= 2) {
      byte[] packed = join(member, new byte[border - 1 - member.length], member);

      assertThat(read(packed).calls).containsExactly("record 0 A", "record 1 A");
    }
  }

  @Test
  void any_changed_byte_is_told_and_nothing_thrown() {
    byte[] whole = gzip(A + "\n" + C + "\n");
    for (int i = 10; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;

      assertThat(read(changed).losses).as("changed at %d", i).isNotEmpty();
    }
  }
}
