package rolecall.monitor;

import java.io.Serial;

/**
 * There is no policy to judge by, and judging by another than people wrote would be silence where
 * they expect none. The message says what is wrong with it, why no earlier one could be had, and
 * how to mend it.
 */
public final class NoUsablePolicy extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  NoUsablePolicy(String why) {
    super(why);
  }
}
