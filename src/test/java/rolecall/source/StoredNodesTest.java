package rolecall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredNodesTest {
  private static final String EVERY_KIND =
      "a: text\nb: [1, -2.5e3, true, false, null, {}, []]\nc:\n    d: {e: \"\\uD800 \\u2028 é\"}\n";

  private static Node yaml(String text) {
    Problems problems = new Problems("test", text);
    Node node = YamlReader.read("test", text, problems).orElseThrow();
    assertThat(problems.render()).isEmpty();
    return node;
  }

  private static byte[] written(Node node) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StoredNodes.write(node, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Node read(byte[] bytes) throws IOException {
    return StoredNodes.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void every_kind_of_value_comes_back_with_its_place() throws IOException {
    Node node = yaml(EVERY_KIND);
    assertThat(read(written(node))).isEqualTo(node);
  }

  @Test
  void the_shipped_policy_comes_back_with_every_place() throws IOException {
    Node node = yaml(Files.readString(Path.of("policies/default.yaml")));
    assertThat(read(written(node))).isEqualTo(node);
  }

  @Test
  void places_beyond_one_byte_come_back() throws IOException {
    for (int line : new int[] {1, 127, 128, 16_383, 16_384, 8 * 1024 * 1024}) {
      Node node = new Node.NullNode(new Position(line, line));
      assertThat(read(written(node))).isEqualTo(node);
    }
  }

  @Test
  void the_bytes_are_these() throws IOException {
    assertThat(written(yaml("a: [b, 7, true, false, null]")))
        .asHexString()
        .isEqualTo(
            "010101010001610101020104050301050001620401080001370501" + "0B0601110701" + "18");
  }

  @Test
  void a_text_cut_off_anywhere_is_refused() throws IOException {
    byte[] whole = written(yaml(EVERY_KIND));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void garbled_bytes_are_read_or_refused_and_nothing_else() throws IOException {
    byte[] whole = written(yaml(EVERY_KIND));
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] garbled = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      }
      try {
        read(garbled);
      } catch (IOException refusal) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1000, 4999);
  }

  @Test
  void values_deeper_than_any_policy_are_refused() throws IOException {
    Node node = new Node.NullNode(Position.START);
    for (int i = 0; i < 101; i++) {
      node = new Node.ListNode(Position.START, List.of(node));
    }
    byte[] deep = written(node);
    assertThatThrownBy(() -> read(deep))
        .hasMessage("values stand in one another more than 100 deep");
  }

  @Test
  void a_text_too_long_for_the_form_is_refused_when_it_is_written() {
    Node node = new Node.TextNode(Position.START, "x".repeat(65_536));
    assertThatThrownBy(() -> written(node)).isInstanceOf(UTFDataFormatException.class);
  }

  @Test
  void what_nobody_writes_is_refused() {
    assertThatThrownBy(() -> read(new byte[] {9, 1, 1})).hasMessage("there is no kind 9 of value");
    assertThatThrownBy(() -> read(new byte[] {7, 0, 1})).hasMessage("there is no place 0:1");
    assertThatThrownBy(() -> read(new byte[] {7, -1, -1, -1, -1, 1}))
        .hasMessage("a number is longer than any that is written");
  }
}
