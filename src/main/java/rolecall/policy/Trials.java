package rolecall.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.pattern.Lists;
import rolecall.record.TrailRecord;
import rolecall.source.Node;

/** Makes cases ready, each policy that they need compiled once. For one thread at a time. */
final class Trials {
  /** A case that cannot be tried, and why. */
  static final class NoTrial extends Exception {
    private static final long serialVersionUID = 1L;

    NoTrial(String why) {
      super(why);
    }
  }

  /**
   * What tries a case.
   *
   * @param off the rules in mode {@code off}
   */
  record Judges(CompiledPolicy policy, Lists lists, List<Rule> off) {
    Judges {
      Objects.requireNonNull(policy, "policy is null");
      Objects.requireNonNull(lists, "lists is null");
      off = List.copyOf(off);
    }

    private Optional<Rule> switchedOff(String id) {
      return off.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
  }

  private final Judges own;
  private final PolicyVariants variants;
  private final Optional<Node> ownBases;
  private final Map<Json, PolicyFile> compiled = new HashMap<>();

  Trials(Judges own, PolicyVariants variants, Optional<Node> ownBases) {
    this.own = own;
    this.variants = variants;
    this.ownBases = ownBases;
  }

  Trial of(TestCase test) throws NoTrial {
    Optional<TrailRecord> record = bases().record(test);
    if (record.isEmpty()) {
      throw new NoTrial(noRecord(test));
    }
    Judges judges = test.with().isPresent() ? variant(test.with().get()) : own;
    return new Trial(
        test,
        judges.policy(),
        judges.lists(),
        judges.policy().facts(record.get()),
        judges.switchedOff(test.subject()));
  }

  private Bases bases() {
    return Bases.shipped().and(ownBases);
  }

  private Judges variant(Node changes) throws NoTrial {
    PolicyFile file = compiled.computeIfAbsent(Overlay.json(changes), _ -> variants.with(changes));
    if (file.loaded().isEmpty()) {
      throw new NoTrial("what stands under 'with':\n" + file.problems().render());
    }
    return file.loaded().get().tests().judges();
  }

  private String noRecord(TestCase test) {
    Bases bases = bases();
    if (bases.names().contains(test.base())) {
      return "the event has no eventSource or no eventName";
    }
    String[] names = bases.names().toArray(String[]::new);
    Arrays.sort(names);
    return "there is no base '%s'; there are %s".formatted(test.base(), String.join(", ", names));
  }
}
