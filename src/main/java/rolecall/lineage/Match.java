package rolecall.lineage;

import java.util.Objects;

/** Which record a chain goes on with, if any. */
sealed interface Match {
  /** The one record that it can be. */
  record One(Step step) implements Match {
    public One {
      Objects.requireNonNull(step, "step is null");
    }
  }

  /**
   * None, or none that can be told from others.
   *
   * @param why a sentence without its full stop
   */
  record None(String why) implements Match {
    public None {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
