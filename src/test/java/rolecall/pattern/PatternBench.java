package rolecall.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;
import software.amazon.event.ruler.Machine;

/**
 * Measures sixty patterns on one record with its facts, ours and Event Ruler's, side by side. Run
 * by hand; no test. Event Ruler gets all patterns in one machine, which is how it is fastest.
 */
final class PatternBench {
  private static final int ROUNDS = 12;
  private static final int EVENTS = 20_000;

  private PatternBench() {}

  public static void main(String[] arguments) throws Exception {
    List<Json.Obj> documents =
        List.of(ChimeCases.granted(), ChimeCases.refused(), ChimeCases.trust());
    List<String> texts = new ArrayList<>();
    for (int i = 0; texts.size() < 60; i++) {
      int copy = i;
      ChimeCases.patterns()
          .values()
          .forEach(text -> texts.add(text.replace("Chime", "Chime" + (copy == 0 ? "" : copy))));
    }
    List<Pattern> patterns = new ArrayList<>();
    List<Machine> machines = new ArrayList<>();
    for (Json.Obj document : documents) {
      Machine machine = Machine.builder().build();
      for (int i = 0; i < 60; i++) {
        Node node =
            YamlReader.read("p", texts.get(i), new Problems("p", texts.get(i))).orElseThrow();
        machine.addRule("rule" + i, RulerOracle.toRule(node, ChimeCases.LISTS, document));
      }
      machines.add(machine);
    }
    texts.subList(0, 60).forEach(text -> patterns.add(Reading.pattern(text, ChimeCases.LISTS)));
    List<String> events = documents.stream().map(CompactJson::write).toList();
    long seen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < EVENTS; i++) {
        for (Pattern pattern : patterns) {
          seen += pattern.test(documents.get(i % 3), Unknowns.NONE) == Truth.YES ? 1 : 0;
        }
      }
      double ours = (System.nanoTime() - start) / (double) EVENTS;
      start = System.nanoTime();
      for (int i = 0; i < EVENTS; i++) {
        seen += machines.get(i % 3).rulesForJSONEvent(events.get(i % 3)).size();
      }
      double theirs = (System.nanoTime() - start) / (double) EVENTS;
      System.err.printf(
          Locale.ROOT,
          "ours %.0f ns a record, %.1f ns a pattern; Event Ruler %.0f ns a record; ratio %.1f%n",
          ours,
          ours / 60,
          theirs,
          theirs / ours);
    }
    System.err.println(seen);
  }
}
