package rolecall.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rolecall.record.CallerFacts;
import rolecall.record.CallerKind;

/** One chain on its way back. For one use. */
final class Walk {
  /** Where people chain sessions on purpose, two or three stand one behind the other. */
  static final int MOST_HOPS = 10;

  private final Moves moves;
  private final List<Step> steps = new ArrayList<>();
  private final List<Hop> hops = new ArrayList<>();
  private final Set<Step> seen = new HashSet<>();

  Walk(Leads leads) {
    this.moves = new Moves(leads);
  }

  Chain from(Step start) {
    go(start, Join.EVENT, "");
    while (true) {
      switch (moves.from(steps.getLast())) {
        case Move.To(Step step, _, _) when seen.contains(step) -> {
          return end(
              new Root.Unknown(
                  "the chain comes back to event %s, so the records contradict one another"
                      .formatted(step.event().id())));
        }
        case Move.To _ when hops.size() > MOST_HOPS -> {
          return end(
              new Root.Unknown(
                  "the chain goes on, and is not followed further than %d hops"
                      .formatted(MOST_HOPS)));
        }
        case Move.To(Step step, Join join, String by) -> go(step, join, by);
        case Move.End(Root root, var stated) -> {
          stated.ifPresent(hops::add);
          return end(root);
        }
      }
    }
  }

  private void go(Step step, Join join, String by) {
    seen.add(step);
    steps.add(step);
    hops.add(new Hop(step.event(), step.who(), join, by));
  }

  private Chain end(Root root) {
    return new Chain(hops, root, Testimony.of(steps), actor(root));
  }

  private Optional<CallerFacts> actor(Root root) {
    if (root.certainty() != Certainty.PROVEN) {
      return Optional.empty();
    }
    CallerFacts oldest = steps.getLast().caller();
    if (oldest.kind() != CallerKind.AWS_SERVICE) {
      return Optional.of(oldest);
    }
    return steps.reversed().stream()
        .skip(1)
        .findFirst()
        .map(Step::caller)
        .filter(begun -> begun.kind().isRoleSession());
  }
}
