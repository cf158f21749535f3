package rolecall.policy;

import java.time.Duration;
import java.util.Optional;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Lengths of time as people write them: {@code 30s}, {@code 60m}, {@code 12h}, {@code 1d}. */
final class Durations {
  private Durations() {}

  static Optional<Duration> parse(String text, Position at, Problems problems) {
    Optional<Duration> read = parse(text);
    if (read.isEmpty()) {
      problems.error(
          at,
          "'" + text + "' is no length of time.",
          "A limit that cannot be read limits nothing.",
          "Write a whole number with s, m, h or d: 1h.");
    }
    return read;
  }

  private static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() < 2 || text.length() > 8) {
      return Optional.empty();
    }
    String digits = text.substring(0, text.length() - 1);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    long amount = Long.parseLong(digits);
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Optional.of(Duration.ofSeconds(amount));
      case 'm' -> Optional.of(Duration.ofMinutes(amount));
      case 'h' -> Optional.of(Duration.ofHours(amount));
      case 'd' -> Optional.of(Duration.ofDays(amount));
      default -> Optional.empty();
    };
  }

  /** As it is written in policies: {@code 90m}, {@code 12h}. */
  static String write(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
