package rolecall.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The first few of what threads meet in their inputs, in the order of the inputs; the rest is only
 * counted. What comes out does not depend on which thread met what. For one thread at a time, which
 * must add in the order of the inputs that it has.
 */
final class FirstFew<T> {
  private record Met<T>(long inputNumber, long place, T what) {}

  private final int few;
  private final List<Met<T>> first = new ArrayList<>();
  private long count;

  FirstFew(int few) {
    this.few = few;
  }

  void add(long inputNumber, T what) {
    if (first.size() < few) {
      first.add(new Met<>(inputNumber, count, what));
    }
    count++;
  }

  /** Adds what another thread met in other inputs. */
  void addAll(FirstFew<T> others) {
    count += others.count;
    first.addAll(others.first);
    first.sort(Comparator.<Met<T>>comparingLong(Met::inputNumber).thenComparingLong(Met::place));
    first.subList(Math.min(few, first.size()), first.size()).clear();
  }

  List<T> list() {
    return first.stream().map(Met::what).toList();
  }

  /** How many there were in all. */
  long count() {
    return count;
  }

  /** How many there were beyond the first few. */
  long more() {
    return count - first.size();
  }
}
