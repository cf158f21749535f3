package rolecall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final StringBuilder rendered = new StringBuilder();

  @Test
  void every_value_has_its_place() {
    Node.MapNode root =
        (Node.MapNode)
            read(
                """
                name: default
                limits:
                  session: 1h
                  deep: [a, "b", 3]
                """);

    assertThat(root.at()).isEqualTo(new Position(1, 1));
    assertThat(root.get("name").orElseThrow())
        .isEqualTo(new Node.TextNode(new Position(1, 7), "default"));
    Node.MapNode limits = (Node.MapNode) root.get("limits").orElseThrow();
    assertThat(limits.at()).isEqualTo(new Position(3, 3));
    assertThat(limits.entries().get(1).keyAt()).isEqualTo(new Position(4, 3));
    Node.ListNode deep = (Node.ListNode) limits.get("deep").orElseThrow();
    assertThat(deep.items())
        .containsExactly(
            new Node.TextNode(new Position(4, 10), "a"),
            new Node.TextNode(new Position(4, 13), "b"),
            new Node.NumberNode(new Position(4, 18), "3"));
  }

  @ParameterizedTest
  @CsvSource({"'{é: x}', 5", "'{\"😀\": x}', 7", "'[\"😀😀\", x]', 8", "'{\"a\tb\": x}', 9"})
  void a_column_counts_what_a_person_sees_as_characters(String text, int column) {
    Node node = read(text);
    Node x =
        node instanceof Node.MapNode map
            ? map.entries().getFirst().value()
            : ((Node.ListNode) node).items().get(1);

    assertThat(x.at()).isEqualTo(new Position(1, column));
  }

  @ParameterizedTest
  @CsvSource({
    "x, a text",
    "\"1\", a text",
    "yes, a text",
    "1, a number",
    "1.5, a number",
    "0x1F, a text",
    "true, true",
    "false, false",
    "True, a text",
    "FALSE, a text",
    "null, nothing",
    "~, a text",
    "111122223333, a number",
    "2026-03-02, a text",
    "012345678901, a text",
    "{}, a map",
    "[], a list"
  })
  void plain_values_have_the_kinds_of_json(String written, String kind) {
    assertThat(((Node.MapNode) read("a: " + written)).get("a").orElseThrow().kind())
        .isEqualTo(kind);
  }

  @Test
  void a_number_keeps_its_literal() {
    assertThat(((Node.MapNode) read("a: 123456789012345678901234567890")).get("a").orElseThrow())
        .isEqualTo(new Node.NumberNode(new Position(1, 4), "123456789012345678901234567890"));
  }

  @Test
  void nothing_after_a_colon_is_nothing() {
    assertThat(((Node.MapNode) read("a:\nb: 1\n")).get("a").orElseThrow())
        .isInstanceOf(Node.NullNode.class);
  }

  @Test
  void a_key_that_stands_twice_is_told_at_its_second_place() {
    read("a: 1\nb: 2\na: 3\n");

    assertThat(rendered.toString())
        .isEqualTo(
            """
            ERROR policy.yaml:3:1: The key 'a' stands twice in this map. Only one of the two \
            values could take effect. Fix: Keep one of them.
             | a: 3
             | ^
            """);
  }

  @Test
  void an_anchor_is_refused() {
    read("a: &x 1\nb: 2\n");

    assertThat(rendered.toString())
        .isEqualTo(
            """
            ERROR policy.yaml:1:4: The anchor '&x' is not read. A value that stands in two places \
            cannot be told with its place. Fix: Write the value out where it is used, or make it \
            a named list.
             | a: &x 1
             |    ^
            """);
  }

  @Test
  void an_alias_is_refused_where_it_stands() {
    read("a: 1\nb: *x\n");

    assertThat(rendered.toString())
        .startsWith("ERROR policy.yaml:2:4: The alias '*x' is not read.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x [1]\nb: *x\n",
        "a: &x 1\nb: *x\n",
        "a: &x {b: *x}\n",
        "a: &x {c: 1}\nb: {<<: *x}\n",
        "&x a: 1\n",
        "? &x [1]\n: 1\n"
      })
  void anchors_and_aliases_of_every_kind_are_refused(String text) {
    read(text);

    assertThat(rendered.toString()).contains("The anchor '&x' is not read.");
  }

  @Test
  void a_tree_that_doubles_itself_is_refused_quickly() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    read(bomb.toString());

    assertThat(rendered.toString()).startsWith("ERROR policy.yaml:");
  }

  @Test
  void a_tag_is_refused() {
    read("a: !!binary aGVsbG8=\n");

    assertThat(rendered.toString()).contains("policy.yaml:1:4").contains("tag");
  }

  @Test
  void a_second_document_is_refused() {
    read("a: 1\n---\nb: 2\n");

    assertThat(rendered.toString())
        .startsWith("ERROR policy.yaml:2:1: A second document begins here.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n"})
  void an_empty_text_is_an_error(String text) {
    assertThat(readOrNothing(text)).isEmpty();
    assertThat(rendered.toString()).startsWith("ERROR policy.yaml:1:1: The file is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [1", "a: b: c", "\tb: 1", "a: 'x", "{a: 1", "- a\nb: 1", "a: \u0000"})
  void what_is_no_yaml_is_told_with_its_place(String text) {
    assertThat(readOrNothing(text)).isEmpty();
    assertThat(rendered.toString()).startsWith("ERROR policy.yaml:").contains("This is not YAML");
  }

  @Test
  void a_list_as_a_key_is_refused() {
    read("[a, b]: 1\n");

    assertThat(rendered.toString()).startsWith("ERROR policy.yaml:1:1: A key must be a text.");
  }

  @Test
  void depth_is_bounded() {
    assertThat(readOrNothing("[".repeat(55) + "]".repeat(55))).isPresent();
    assertThat(rendered.toString()).isEmpty();
    for (String open : new String[] {"[", "{a: ", "- ", "? "}) {
      rendered.setLength(0);
      readOrNothing(open.repeat(3_000));
      assertThat(rendered.toString()).as(open).startsWith("ERROR policy.yaml:1:");
    }
    rendered.setLength(0);
    readOrNothing("[".repeat(5_000) + "]".repeat(5_000));
    assertThat(rendered.toString())
        .startsWith("ERROR policy.yaml:1:61: Values stand in one another more than 60 deep.");
  }

  @Test
  void a_text_longer_than_eight_mebibytes_is_not_read() {
    assertThat(readOrNothing("# " + "x".repeat(8 * 1024 * 1024))).isEmpty();
    assertThat(rendered.toString()).contains("The file is longer than 8 MiB.");
  }

  private Node read(String text) {
    return readOrNothing(text).orElse(null);
  }

  private Optional<Node> readOrNothing(String text) {
    Problems problems = new Problems("policy.yaml", text);
    Optional<Node> node = YamlReader.read("policy.yaml", text, problems);
    rendered.append(problems.render());
    return node;
  }
}
