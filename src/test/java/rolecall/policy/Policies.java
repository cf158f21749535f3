package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rolecall.record.TrailRecord;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/** Policies and events for tests: the shipped policy with parts of it written anew. */
public final class Policies {
  private Policies() {}

  /** The shipped policy. */
  public static CompiledPolicy shipped() {
    return loaded(text());
  }

  /** The shipped policy with a line of its own, such as {@code grants: []}, replaced. */
  static CompiledPolicy shippedWith(String line, String replacement) {
    return loaded(textWith(line, replacement));
  }

  static String textWith(String line, String replacement) {
    String text = text();
    assertThat(text).contains("\n" + line + "\n");
    return text.replace("\n" + line + "\n", "\n" + replacement + "\n");
  }

  static CompiledPolicy loaded(String text) {
    PolicyFile file = read(text);
    assertThat(file.problems().render()).isEmpty();
    return file.loaded().orElseThrow().policy();
  }

  static PolicyFile read(String text) {
    return PolicyFile.read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  static String text() {
    try {
      return Files.readString(Path.of("policies/default.yaml"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A shipped base event with an overlay in YAML. */
  static TrailRecord event(String base, String overlay) {
    Problems problems = new Problems("overlay", overlay);
    Node set =
        YamlReader.read("overlay", overlay, problems)
            .orElse(new Node.MapNode(Position.START, List.of()));
    TestCase test =
        new TestCase(
            "",
            "",
            base,
            Overlay.json(set),
            List.of(),
            java.util.Optional.empty(),
            TestCase.Expect.ALERT,
            java.util.Optional.empty(),
            Position.START);
    return Bases.shipped().record(test).orElseThrow();
  }

  /** Ids of the rules that a verdict says are broken, in its order. */
  static List<String> broken(Verdict verdict) {
    return breaches(verdict).stream().map(breach -> breach.rule().id()).toList();
  }

  static List<Breach> breaches(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ignored _, Verdict.Allowed _ -> List.of();
      case Verdict.Broken broken -> broken.breaches();
      case Verdict.CannotJudge cannot -> cannot.breaches();
    };
  }
}
