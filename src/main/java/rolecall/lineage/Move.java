package rolecall.lineage;

import java.util.Objects;
import java.util.Optional;

/** What comes after a hop. */
sealed interface Move {
  /**
   * One record farther back.
   *
   * @param by what both records name
   */
  record To(Step step, Join join, String by) implements Move {
    public To {
      Objects.requireNonNull(step, "step is null");
      Objects.requireNonNull(join, "join is null");
      Objects.requireNonNull(by, "by is null");
    }
  }

  /**
   * The end.
   *
   * @param stated the hop that the last record only states, before the end
   */
  record End(Root root, Optional<Hop> stated) implements Move {
    public End {
      Objects.requireNonNull(root, "root is null");
      Objects.requireNonNull(stated, "stated is null");
    }

    static End at(Root root) {
      return new End(root, Optional.empty());
    }

    static End unknown(String why) {
      return at(new Root.Unknown(why));
    }
  }
}
