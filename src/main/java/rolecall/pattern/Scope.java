package rolecall.pattern;

import java.util.HashSet;
import java.util.Set;

/**
 * Where the reader stands.
 *
 * @param prefix the path so far, with its dot; empty at the top
 * @param inOr whether this is part of a branch
 * @param seen the paths that have a condition already; grows while reading
 */
record Scope(String prefix, boolean inOr, Set<String> seen) {
  static Scope root() {
    return new Scope("", false, new HashSet<>());
  }

  String path(String name) {
    return prefix + name;
  }

  Scope inside(String name) {
    return new Scope(prefix + name + ".", inOr, seen);
  }

  Scope branch() {
    return new Scope(prefix, true, new HashSet<>(seen));
  }
}
