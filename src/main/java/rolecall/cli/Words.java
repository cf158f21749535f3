package rolecall.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rolecall.finding.Severity;
import rolecall.report.Format;
import rolecall.source.DidYouMean;

/** The values of options, from words to types. */
final class Words {
  private static final int MOST_THREADS = 64;

  private Words() {}

  static Severity severity(String option, String word) throws Refused {
    return choice(option, word, Severity.of(word), Severity.words());
  }

  static Format format(String option, String word) throws Refused {
    return choice(option, word, Format.of(word), Format.words());
  }

  /** An instant, or the first moment of a day in UTC. */
  static Instant moment(String option, String word) throws Refused {
    try {
      return word.contains("T")
          ? Instant.parse(word)
          : LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException _) {
      throw Refused.usage(
          "%s takes a time such as 2026-03-02T09:00:00Z or a day such as 2026-03-02, not '%s'."
              .formatted(option, word));
    }
  }

  /** Refuses a time that ends before it begins. */
  static void inOrder(String since, Optional<Instant> from, String until, Optional<Instant> to)
      throws Refused {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw Refused.usage(
          "--since %s is after --until %s; no event could lie between them."
              .formatted(since, until));
    }
  }

  /** A moment so long before {@code now} (24h, 7d), or one as {@link #moment} reads it. */
  static Instant ago(String option, String word, Instant now) throws Refused {
    if (word.matches("[0-9]{1,5}[smhd]")) {
      return now.minus(Duration.parse(period(word)));
    }
    try {
      return moment(option, word);
    } catch (Refused _) {
      throw Refused.usage(
          "%s takes a length of time such as 24h or 7d, a time such as 2026-03-02T09:00:00Z or a"
                  .formatted(option)
              + " day such as 2026-03-02, not '%s'.".formatted(word));
    }
  }

  private static String period(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return upper.endsWith("D") ? "P" + upper : "PT" + upper;
  }

  static String stack(String option, String word) throws Refused {
    if (!word.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
      throw Refused.usage(
          "%s takes the name of a stack such as rolecall, not '%s'.".formatted(option, word));
    }
    return word;
  }

  static int threads(String option, String word) throws Refused {
    try {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= MOST_THREADS) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as for a number out of range.
    }
    throw Refused.usage(
        "%s takes a whole number from 1 to %d, not '%s'.".formatted(option, MOST_THREADS, word));
  }

  /** As many threads as there are processors. */
  static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** A path; empty for a word that was not given. */
  static Optional<Path> path(String option, String word) throws Refused {
    if (word == null) {
      return Optional.empty();
    }
    if (word.isEmpty()) {
      throw Refused.usage(option + " needs the path of a file, not an empty text.");
    }
    try {
      return Optional.of(Path.of(word));
    } catch (InvalidPathException impossible) {
      throw Refused.usage(
          "%s: '%s' cannot be a path: %s.".formatted(option, word, impossible.getReason()));
    }
  }

  /** Whether json is wanted, and not text for people. */
  static boolean isJson(String option, String word) throws Refused {
    return oneOf(option, word, List.of("text", "json")).equals("json");
  }

  /** The one of these words that was meant, whatever its letter case. */
  static String oneOf(String option, String word, List<String> words) throws Refused {
    Optional<String> known = words.stream().filter(word::equalsIgnoreCase).findFirst();
    return choice(option, word, known, words);
  }

  /** {@code 1 case}, {@code 2 cases}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static <T> T choice(String option, String word, Optional<T> value, List<String> words)
      throws Refused {
    if (value.isPresent()) {
      return value.get();
    }
    String meant =
        DidYouMean.nearest(word, words).map(near -> "; did you mean " + near + "?").orElse(".");
    throw Refused.usage(
        "%s takes %s or %s, not '%s'%s"
            .formatted(
                option,
                String.join(", ", words.subList(0, words.size() - 1)),
                words.getLast(),
                word,
                meant));
  }

  /** A few Regions by name, of many their number. */
  static String regions(List<String> ids) {
    return ids.size() <= 5 ? String.join(", ", ids) : ids.size() + " Regions";
  }
}
