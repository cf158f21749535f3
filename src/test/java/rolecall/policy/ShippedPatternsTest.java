package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.ingest.Found;
import rolecall.ingest.LogPaths;
import rolecall.ingest.LogReader;
import rolecall.ingest.RecordSink;
import rolecall.ingest.Unreadable;
import rolecall.json.Json;
import rolecall.pattern.Lists;
import rolecall.pattern.Pattern;
import rolecall.pattern.RulerOracle;
import rolecall.pattern.Truth;
import rolecall.pattern.Unknowns;
import rolecall.record.TrailRecord;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** Every pattern of the shipped policy, on every sample and case, against AWS's own engine. */
class ShippedPatternsTest {
  private static final String TEXT = Policies.text();
  private static final Problems PROBLEMS = new Problems("policy", TEXT);
  private static final Node.MapNode ROOT =
      (Node.MapNode) YamlReader.read("policy", TEXT, PROBLEMS).orElseThrow();
  private static final Lists LISTS = NamedLists.read(ROOT.get("lists"), PROBLEMS);

  @Test
  void both_engines_agree() {
    List<Node> patterns = patterns();
    List<Json.Obj> documents = documents();
    assertThat(patterns).hasSizeGreaterThan(30);
    assertThat(documents).hasSizeGreaterThan(150);
    int matches = 0;
    for (Node node : patterns) {
      Pattern ours = Pattern.compile(node, LISTS, PROBLEMS).orElseThrow();
      for (Json.Obj document : documents) {
        boolean theirs = RulerOracle.matches(node, LISTS, document);
        assertThat(ours.test(document, Unknowns.NONE))
            .as("pattern at line %d on %s", node.at().line(), document.get("eventID"))
            .isEqualTo(Truth.of(theirs));
        matches += theirs ? 1 : 0;
      }
    }
    assertThat(matches).isGreaterThan(100);
  }

  private static List<Node> patterns() {
    List<Node> patterns = new ArrayList<>();
    for (Node rule : ((Node.ListNode) ROOT.get("rules").orElseThrow()).items()) {
      Node.MapNode map = (Node.MapNode) rule;
      map.get("when").ifPresent(patterns::add);
      map.get("escalate")
          .ifPresent(graver ->
              ((Node.MapNode) graver).entries().forEach(entry -> patterns.add(entry.value())));
      map.get("unless").ifPresent(unless -> patterns.addAll(((Node.ListNode) unless).items()));
    }
    return patterns;
  }

  /** The facts of every record that a rule reads, among the samples and the policy's own cases. */
  private static List<Json.Obj> documents() {
    PolicyFile.Loaded loaded = Policies.read(TEXT).loaded().orElseThrow();
    CompiledPolicy policy = loaded.policy();
    List<Json.Obj> documents = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void ignored() {}

          @Override
          public void record(TrailRecord record, long number) {
            documents.add(policy.facts(record).document());
          }

          @Override
          public void unreadable(Unreadable lost) {
            throw new AssertionError(lost.toString());
          }

          @Override
          public void skipped(String why) {}

          @Override
          public void empty() {}
        };
    LogReader reader = new LogReader(policy::watches);
    LogPaths.walk(List.of("events"), InputStream.nullInputStream())
        .forEachRemaining(found -> {
          if (found instanceof Found.Source source) {
            reader.read(source.source(), sink);
          }
        });
    for (TestCase test : loaded.tests().ofRules()) {
      Optional<TrailRecord> record = Bases.shipped().record(test);
      record.ifPresent(r -> documents.add(policy.facts(r).document()));
    }
    return documents;
  }
}
