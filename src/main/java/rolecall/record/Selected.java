package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import rolecall.json.Json;

/**
 * Which management events a trail's selectors record together.
 *
 * @param reads whether every call that reads is recorded, of KMS and RDS Data at most excepted
 * @param writes the same for calls that write
 * @param odd what could not be read
 */
record Selected(boolean reads, boolean writes, List<Odd> odd) {
  static final Selected NOTHING = new Selected(false, false, List.of());
  static final Selected READS = new Selected(true, false, List.of());
  static final Selected WRITES = new Selected(false, true, List.of());
  static final Selected ALL = new Selected(true, true, List.of());

  /** A part of the selectors that has another form than AWS documents. */
  record Odd(String path, String expected, Json found) {}

  Selected {
    odd = List.copyOf(odd);
  }

  static Selected odd(String path, String expected, Json found) {
    return new Selected(false, false, List.of(new Odd(path, expected, found)));
  }

  /** An event is recorded when one selector of several takes it. */
  Selected or(Selected other) {
    List<Odd> both = new ArrayList<>(odd);
    both.addAll(other.odd);
    return new Selected(reads || other.reads, writes || other.writes, both);
  }

  boolean isAll() {
    return reads && writes;
  }

  /** What is certainly not recorded, in words; nothing where a part could not be read. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (odd.isEmpty() && !reads) {
      missing.add("to record not all management events that read");
    }
    if (odd.isEmpty() && !writes) {
      missing.add("to record not all management events that write");
    }
    return missing;
  }
}
