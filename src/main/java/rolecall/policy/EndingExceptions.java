package rolecall.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/** Finds exceptions that have ended, or soon will. */
final class EndingExceptions {
  private EndingExceptions() {}

  static void note(Written policy, LocalDate today, Problems problems) {
    for (Node.MapNode exception : policy.maps("exceptions")) {
      Optional<Node.TextNode> day = Written.text(exception, "expires");
      day.flatMap(text -> parse(text.value()))
          .flatMap(lastDay ->
              Expiry.of(
                  Written.word(exception, "name"),
                  Written.word(exception, "owner"),
                  lastDay,
                  today))
          .ifPresent(expiry -> note(expiry, day.orElseThrow().at(), problems));
    }
  }

  private static void note(Expiry expiry, Position at, Problems problems) {
    problems.warning(
        at,
        expiry.sentence(),
        expiry.over()
            ? "It excuses nothing any more, and what it excused is told."
            : "After that day what it excuses is told.",
        expiry.over()
            ? "Remove it, or let its owner say until when it is still needed."
            : "Ask its owner whether it is still needed, and until when.");
  }

  /** A day that is none was told when the policy was read. */
  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
