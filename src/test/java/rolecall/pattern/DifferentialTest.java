package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.record.CompactJson;
import rolecall.record.Json;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** Patterns and documents by chance, judged by us and by Event Ruler. */
class DifferentialTest {
  private static final long SEED = Long.getLong("seed", 20260301L);
  private static final int PATTERNS = Integer.getInteger("patterns", 3000);
  private static final int DOCUMENTS = 12;

  static final Lists LISTS =
      new MapLists(
          Map.of(
              "some", List.of("ABC", "x*", "192.0.2.0/24", "10", "1.2.3.4", "É"),
              "texts", List.of("abc", "x*", "*X*", "2001:db8::/32"),
              "none", List.of()));

  @Test
  void we_agree_with_event_ruler_on_patterns_and_documents_made_by_chance() {
    Random random = new Random(SEED);
    DocumentMaker documents = new DocumentMaker(random);
    PatternMaker patterns = new PatternMaker(random);
    int compared = 0;
    int matched = 0;
    int refused = 0;
    for (int i = 0; i < PATTERNS; i++) {
      Json.Obj document = documents.document();
      String text = CompactJson.write(patterns.near(document));
      Problems problems = new Problems("pattern", text);
      Node node = YamlReader.read("pattern", text, problems).orElseThrow();
      Optional<Pattern> pattern = Pattern.compile(node, LISTS, problems);
      if (pattern.isEmpty()) {
        assertThat(isRefused(node, document)).as("seed %d\n%s", SEED, problems.render()).isTrue();
        refused++;
        continue;
      }
      for (int j = 0; j < DOCUMENTS; j++) {
        boolean theirs = RulerOracle.matches(node, LISTS, document);
        assertThat(pattern.get().test(document, Unknowns.NONE))
            .as("seed %d\npattern %s\ndocument %s", SEED, text, CompactJson.write(document))
            .isEqualTo(Truth.of(theirs));
        compared++;
        matched += theirs ? 1 : 0;
        document = documents.changed(document);
      }
    }
    System.err.printf("%d compared, %d matched, %d patterns refused%n", compared, matched, refused);
    assertThat(compared).isGreaterThan(20_000);
    assertThat(matched * 10).as("patterns that match are what tells").isGreaterThan(compared);
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
