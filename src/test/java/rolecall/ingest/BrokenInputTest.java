package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ingest.Inputs.bytes;
import static rolecall.ingest.Inputs.join;
import static rolecall.ingest.Inputs.log;
import static rolecall.ingest.Inputs.read;
import static rolecall.ingest.Inputs.readInFolder;
import static rolecall.ingest.Inputs.unwatched;
import static rolecall.ingest.Inputs.watched;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenInputTest {
  private static final String A = watched("A");
  private static final String B = unwatched("B");
  private static final String C = watched("C");
  private static final String[] A_LOST_C = {"record 0 A", "unreadable 1", "record 2 C"};

  @Test
  void what_is_no_json_is_told_with_its_beginning() {
    RecordingSink sink = readInFolder("<!DOCTYPE html>\n<html>\n<body>{x}</body>");

    assertThat(sink.losses)
        .containsExactly(
            new Unreadable(
                "in.json",
                OptionalLong.empty(),
                OptionalLong.of(0),
                "It is no JSON; it begins with \"<!DOCTYPE html>\".",
                "Give CloudTrail log files: JSON, JSON lines, or gzip of them."));
    assertThat(readInFolder("[INFO] started\n[INFO] done\n").calls).containsExactly("unreadable");
  }

  @Test
  void text_before_the_first_value_does_not_hide_it() {
    RecordingSink sink = read("Last login: today\n# records\n" + A + "\n" + B + "\n" + C);

    assertThat(sink.calls).containsExactly("unreadable", "record 1 A", "ignored", "record 3 C");
    assertThat(sink.loss())
        .startsWith("Before the first JSON value stands other text; it begins with \"Last login:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":{",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":[{\"b\":1},",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":{\"b\":1}",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\\",
        "{\"eventSource\":\"sts.amazonaws.com\",,\"eventName\":\"B\"}",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":[1}}",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":01}",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":truth}",
        "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"B\",\"a\":\"\\x\"}",
        "{'eventSource':'sts.amazonaws.com'}",
        "{eventSource",
        "{",
        "not json",
        "\0\0\0\0",
        "NaN"
      })
  void a_broken_line_does_not_hide_the_next_one(String broken) {
    List<String> calls = read(A + "\n" + broken + "\n" + C + "\n").calls;

    assertThat(calls).startsWith("record 0 A").endsWith("record 2 C").contains("unreadable 1");
  }

  @Test
  void a_line_cut_at_any_byte_does_not_hide_the_next_one() {
    String line =
        "{\"eventVersion\":\"1.08\",\"a\":[{\"b\":\"c\\\\\"},2],\"eventName\":\"A\","
            + "\"eventSource\":\"sts.amazonaws.com\",\"z\":{\"y\":null}}";
    for (int cut = 1; cut < line.length(); cut++) {
      String text = line + "\n" + line.substring(0, cut) + "\n" + line + "\n" + line + "\n";

      assertThat(read(text).calls)
          .as("cut at %d", cut)
          .containsExactly("record 0 A", "unreadable 1", "record 2 A", "record 3 A");
    }
  }

  @Test
  void a_record_cut_at_any_byte_does_not_hide_the_next_one_of_the_log() {
    String record = A;
    for (int cut = 1; cut < record.length(); cut++) {
      List<String> calls = read(log(A, record.substring(0, cut), C, C)).calls;

      assertThat(calls)
          .as("cut at %d", cut)
          .startsWith("record 0 A")
          .endsWith("record " + (calls.size() - 2) + " C", "record " + (calls.size() - 1) + " C")
          .contains("unreadable 1")
          .hasSizeLessThan(6);
    }
  }

  @Test
  void ten_thousand_broken_lines_are_ten_thousand_losses() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append(i % 2 == 0 ? "{\"eventName\":\"x" : "oops").append('\n');
    }
    RecordingSink sink = read(A + "\n" + text + C);

    assertThat(sink.losses).hasSize(10_000);
    assertThat(sink.calls).startsWith("record 0 A").endsWith("record 10001 C");
  }

  @Test
  void a_broken_record_is_told_with_its_place() {
    RecordingSink sink = read(log(A, "{\"a\" 1}", C));

    int offset = "{\"Records\":[".length() + A.length() + 1;
    assertThat(sink.calls).containsExactly(A_LOST_C);
    assertThat(sink.losses)
        .containsExactly(
            new Unreadable(
                "in.json",
                OptionalLong.of(1),
                OptionalLong.of(offset),
                "The record is no valid JSON: at byte "
                    + (offset + 5)
                    + " stands an unexpected '1'.",
                "Get the file anew from where it came from, or mend that place by hand; all else in"
                    + " it was read."));
  }

  @Test
  void a_record_that_nobody_watches_is_a_loss_when_its_structure_is_broken() {
    String crossed = B.replace("null}]", "null]}");
    String broken = B.replace("dana", "da\\\nna");

    assertThat(read(log(A, crossed, C)).calls).containsExactly(A_LOST_C);
    assertThat(read(log(A, broken, C)).calls).containsExactly(A_LOST_C);
  }

  @Test
  void a_record_that_contradicts_itself_is_lost_alone() {
    String twice = A.replace("\"eventName\":\"A\"", "\"eventName\":\"A\",\"eventName\":\"B\"");
    RecordingSink sink = read(log(A, twice, C));

    assertThat(sink.calls).containsExactly(A_LOST_C);
    assertThat(sink.loss())
        .startsWith(
            "The record is no valid JSON: the key \"eventName\" stands twice with different"
                + " values, near byte ");
  }

  @Test
  void a_record_that_is_no_utf_8_is_lost_alone() {
    byte[] text = bytes(log(A, watched("B").replace("dana", "d~na"), C));
    text[new String(text, StandardCharsets.UTF_8).indexOf('~')] = (byte) 0xc3;

    assertThat(read(text).calls).containsExactly(A_LOST_C);
  }

  @Test
  void a_missing_comma_is_told_once_and_hides_nothing() {
    RecordingSink sink = read("{\"Records\":[" + A + B + C + "]}");

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable", "ignored", "record 3 C");
    assertThat(sink.loss()).startsWith("Between two records the comma is missing");
  }

  @Test
  void something_between_two_records_hides_neither() {
    assertThat(read("[" + A + "; oops," + C + "]").calls)
        .containsExactly("record 0 A", "unreadable", "record 2 C");
    assertThat(read(log(A + "}", C)).calls)
        .containsExactly("record 0 A", "unreadable", "record 2 C");
  }

  @Test
  void a_broken_record_without_another_behind_it_says_how_much_is_lost() {
    RecordingSink sink = read(log(A, "{\"a\":oops,\"b\":1}"));

    assertThat(sink.calls).containsExactly("record 0 A", "unreadable 1");
    assertThat(sink.loss()).contains("No other record was found behind it, so 18 bytes are lost.");
  }

  @Test
  void a_file_cut_inside_a_record_says_so() {
    String text = log(A, B, C);
    RecordingSink sink = read(text.substring(0, text.length() - 10));

    assertThat(sink.calls).containsExactly("record 0 A", "ignored", "unreadable 2");
    assertThat(sink.loss())
        .isEqualTo(
            "The input ends in the middle of a record, after "
                + (text.length() - 10)
                + " bytes. Get the file anew from where it came from.");
  }

  @Test
  void a_file_cut_between_two_records_says_so() {
    for (String end : new String[] {"", ",", "]"}) {
      RecordingSink sink = read("{\"Records\":[" + A + end);

      assertThat(sink.calls).containsExactly("record 0 A", "unreadable");
      assertThat(sink.loss()).startsWith("The input ends before its last bracket");
    }
  }

  @Test
  void what_stands_behind_a_broken_end_of_a_log_is_read() {
    assertThat(read("{\"Records\":[" + A + "]\n" + log(C)).calls)
        .containsExactly("record 0 A", "unreadable", "record 2 C");
    assertThat(read("{\"Records\":[" + A + "]]}\n" + log(C)).calls)
        .containsExactly("record 0 A", "unreadable", "record 2 C");
  }

  @Test
  void utf_16_is_told_with_the_way_out() {
    for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE"}) {
      RecordingSink sink = read(A.getBytes(java.nio.charset.Charset.forName(charset)));

      assertThat(sink.calls).containsExactly("unreadable");
      assertThat(sink.loss())
          .startsWith("It is written in UTF-16; logs are UTF-8. Convert it with: iconv -f UTF-16");
    }
  }

  @Test
  void an_archive_is_told_with_the_way_out() {
    assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0}).loss())
        .isEqualTo("It is a zip archive. Unpack it and scan the folder.");
    assertThat(read(Inputs.gzip(Inputs.gzip(A))).loss())
        .isEqualTo("It is gzip inside gzip. Unpack it once and scan the result.");
  }

  @Test
  void bytes_that_are_no_text_are_told_at_once() {
    assertThat(read(join(new byte[] {1, 0, 7, 9}, new byte[100])).loss())
        .startsWith("It is no text: NUL bytes stand in it.");
  }

  @Test
  void nul_bytes_among_records_are_a_loss() {
    assertThat(read(join(bytes(A + "\n"), new byte[64], bytes("\n" + C))).calls)
        .containsExactly(A_LOST_C);
  }

  @Test
  void whatever_single_byte_is_changed_nothing_is_thrown_and_no_distant_record_lost() {
    String first = watched("First");
    String last = watched("Last");
    byte[] text = bytes(first + "\n" + log(A, B, C) + "\n" + last + "\n");
    int from = first.length() + 1;
    int to = text.length - last.length() - 2;
    List<String> lost = new ArrayList<>();
    for (int i = from; i < to; i++) {
      for (byte odd : new byte[] {0, '"', '\\', '{', '}', '[', ']', ',', ':', '\n', (byte) 0xff}) {
        byte[] changed = text.clone();
        changed[i] = odd;
        List<String> calls = read(changed).calls;
        if (!calls.getFirst().equals("record 0 First")
            || calls.stream().noneMatch(call -> call.endsWith(" Last"))) {
          lost.add(i + ":" + (char) (odd & 0xff) + " " + calls);
        }
      }
    }

    assertThat(lost).isEmpty();
  }
}
