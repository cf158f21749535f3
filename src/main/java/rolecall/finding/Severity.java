package rolecall.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How grave a finding is, from the mildest to the gravest. */
public enum Severity {
  /** Worth keeping, not worth a look. */
  INFO,
  /** Worth a look when there is time. */
  LOW,
  /** Worth a look today. */
  MEDIUM,
  /** Worth a look now. */
  HIGH,
  /** Worth waking somebody. */
  CRITICAL;

  /** The word in policies and outputs: {@code high}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word, in any letter case. */
  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equalsIgnoreCase(word)).findFirst();
  }

  /** All words, the mildest first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Severity::word).toList();
  }

  /** Whether this is as grave as {@code other} or graver. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
