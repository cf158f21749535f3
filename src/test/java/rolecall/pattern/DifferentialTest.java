package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** Patterns and documents by chance, judged by us and by Event Ruler. */
class DifferentialTest {
  private static final long SEED = Long.getLong("seed", 20260301L);
  private static final int PATTERNS = Integer.getInteger("patterns", 2000);
  private static final int DOCUMENTS = 12;

  static final Lists LISTS =
      new MapLists(
          Map.of(
              "some", List.of("ABC", "x*", "192.0.2.0/24", "10", "1.2.3.4", "É"),
              "texts", List.of("abc", "x*", "*X*", "2001:db8::/32"),
              "none", List.of()));

  private int compared;
  private int matched;
  private int refused;

  @Test
  void we_agree_with_event_ruler_on_patterns_and_documents_made_by_chance() {
    Random random = new Random(SEED);
    DocumentMaker documents = new DocumentMaker(random);
    PatternMaker patterns = new PatternMaker(random);
    for (int i = 0; i < PATTERNS; i++) {
      Json.Obj near = documents.document();
      String pattern = CompactJson.write(patterns.near(near));
      compare(
          pattern,
          IntStream.range(0, DOCUMENTS)
              .mapToObj(times -> documents.changed(near, times / 3))
              .toList());
    }
    assertThat(compared).as(summary()).isGreaterThan(20_000);
    assertThat(matched * 5).as(summary()).isGreaterThan(compared);
    assertThat(refused * 8).as(summary()).isLessThan(PATTERNS);
  }

  @Test
  void we_agree_with_event_ruler_on_fields_in_objects_of_arrays() {
    Random random = new Random(SEED);
    ArrayMaker maker = new ArrayMaker(random);
    for (int i = 0; i < PATTERNS / 3; i++) {
      String pattern = CompactJson.write(maker.pattern());
      compare(pattern, Stream.generate(maker::document).limit(DOCUMENTS).toList());
    }
    assertThat(matched * 5).as(summary()).isGreaterThan(compared);
    assertThat(refused).as(summary()).isZero();
  }

  private void compare(String text, List<Json.Obj> documents) {
    Problems problems = new Problems("pattern", text);
    Node node = YamlReader.read("pattern", text, problems).orElseThrow();
    Optional<Pattern> pattern = Pattern.compile(node, LISTS, problems);
    if (pattern.isEmpty()) {
      assertThat(isRefused(node, documents.getFirst()))
          .as("seed %d\n%s", SEED, problems.render())
          .isTrue();
      refused++;
      return;
    }
    for (Json.Obj document : documents) {
      boolean theirs = RulerOracle.matches(node, LISTS, document);
      Truth ours = pattern.get().test(document, Unknowns.NONE);
      if (ours != Truth.of(theirs)) {
        fail(
            "Event Ruler says %s, we say %s%nseed %d%npattern %s%ndocument %s",
            theirs, ours, SEED, text, CompactJson.write(document));
      }
      compared++;
      matched += theirs ? 1 : 0;
    }
  }

  private String summary() {
    return "seed %d: %d compared, %d matched, %d patterns refused by both"
        .formatted(SEED, compared, matched, refused);
  }

  private static boolean isRefused(Node node, Json.Obj document) {
    try {
      RulerOracle.matches(node, LISTS, document);
      return false;
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException refused) {
      return true;
    }
  }

  record MapLists(Map<String, List<String>> lists) implements Lists {
    @Override
    public Optional<List<String>> entries(String name) {
      return Optional.ofNullable(lists.get(name));
    }

    @Override
    public Set<String> names() {
      return lists.keySet();
    }
  }
}
