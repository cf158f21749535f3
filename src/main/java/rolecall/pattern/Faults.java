package rolecall.pattern;

import java.util.Collection;
import rolecall.source.DidYouMean;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Passes on what is wrong with one pattern, and remembers whether there was an error. */
final class Faults {
  private final Problems problems;
  private boolean any;

  Faults(Problems problems) {
    this.problems = problems;
  }

  void error(Position at, String what, String why, String fix) {
    any = true;
    problems.error(at, what, why, fix);
  }

  void warning(Position at, String what, String why, String fix) {
    problems.warning(at, what, why, fix);
  }

  boolean any() {
    return any;
  }

  /** {@code Did you mean 'prefix'?}, or something else to do. */
  static String didYouMean(String written, Collection<String> known, String otherwise) {
    return DidYouMean.nearest(written, known)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse(otherwise);
  }
}
