package rolecall.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
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
}
