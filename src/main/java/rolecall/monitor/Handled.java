package rolecall.monitor;

import java.util.Objects;

/** What became of one delivery. */
public sealed interface Handled {
  /** Everything in it was judged, and every alert is out: it may be acknowledged. */
  record Done() implements Handled {}

  /**
   * Something in it may go better later: it is handed back.
   *
   * @param why in a person's words
   */
  record Later(String why) implements Handled {
    public Later {
      Objects.requireNonNull(why, "why is null");
    }
  }

  /**
   * Something in it cannot be read, now or later, and an alert says so: it is handed back where
   * what is handed back is kept.
   *
   * @param why in a person's words
   */
  record Never(String why) implements Handled {
    public Never {
      Objects.requireNonNull(why, "why is null");
    }
  }
}
