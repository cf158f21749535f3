package rolecall.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The named lists that patterns, grants and terms refer to. Immutable and thread-safe. */
public interface Lists {
  /** What the list of that name holds, as it was written; empty when there is no such list. */
  Optional<List<String>> entries(String name);

  /** The names of all lists. */
  Set<String> names();
}
