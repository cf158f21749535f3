package rolecall.monitor;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of the findings of one event.
 *
 * @param fate of the record that they are about
 * @param again why its delivery must come again, when something of it still has to be told
 */
record Said(Fate fate, Optional<String> again) {
  Said {
    Objects.requireNonNull(fate, "fate is null");
    Objects.requireNonNull(again, "again is null");
  }

  static Said done(Fate fate) {
    return new Said(fate, Optional.empty());
  }

  static Said again(Fate fate, String why) {
    return new Said(fate, Optional.of(why));
  }
}
