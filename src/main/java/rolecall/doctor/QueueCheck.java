package rolecall.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Whether anything waits too long, or was given up. */
final class QueueCheck {
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** As BufferAgeAlarm in template.yaml. */
  private static final double TOO_OLD_SECONDS = 600;

  private QueueCheck() {}

  static List<Line> lines(Account account, Stack stack) {
    return Stream.of(
            buffer(account, stack.physical("Buffer")),
            letters(account, "BufferDeadLetters", stack, "the function gave up"),
            letters(account, "RuleDeadLetters", stack, "the rules could not deliver"))
        .toList();
  }

  /** The last part of a queue's address. */
  static String nameOf(String queueUrl) {
    return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
  }

  private static Line buffer(Account account, Optional<String> url) {
    return switch (backlog(account, url)) {
      case Looked.Missing<Backlog>() -> gone("buffer", "the buffer");
      case Looked.Unseen<Backlog> no -> Line.unseen("buffer", "the buffer", no);
      case Looked.Seen<Backlog>(Backlog held) -> age(account, nameOf(url.orElseThrow()), held);
    };
  }

  private static Line age(Account account, String queue, Backlog held) {
    String depth = "%d waiting, %d in work".formatted(held.waiting(), held.busy());
    Metric metric = new Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", queue);
    return switch (account.greatest(metric, RECENT)) {
      case Looked.Unseen<OptionalDouble> no -> Line.unseen("buffer", depth + ", whose age", no);
      case Looked.Missing<OptionalDouble>() -> Line.ok("buffer", depth);
      case Looked.Seen<OptionalDouble>(OptionalDouble seconds) ->
          seconds.orElse(0) <= TOO_OLD_SECONDS
              ? Line.ok("buffer", depth)
              : Line.wrong(
                  "buffer",
                  "%s, the oldest for %d minutes"
                      .formatted(depth, (long) seconds.getAsDouble() / 60),
                  "Look whether the function fails or is throttled, and whether its event source"
                      + " mapping is enabled.");
    };
  }

  private static Line letters(Account account, String id, Stack stack, String why) {
    Optional<String> url = stack.physical(id);
    return switch (backlog(account, url)) {
      case Looked.Missing<Backlog>() -> gone("dead letters", id);
      case Looked.Unseen<Backlog> no -> Line.unseen("dead letters", id, no);
      case Looked.Seen<Backlog>(Backlog held) when held.waiting() + held.busy() == 0 ->
          Line.ok("dead letters", id + " is empty");
      case Looked.Seen<Backlog>(Backlog held) ->
          Line.wrong(
              "dead letters",
              "%s holds %d that %s".formatted(id, held.waiting() + held.busy(), why),
              id.startsWith("Buffer")
                  ? "Read the function's log, mend the cause, then: aws sqs"
                      + " start-message-move-task."
                  : "Read ERROR_CODE in a message's attributes; most often the buffer's policy was"
                      + " changed.");
    };
  }

  private static Looked<Backlog> backlog(Account account, Optional<String> url) {
    return url.isEmpty() ? new Looked.Missing<>() : account.backlog(url.get());
  }

  private static Line gone(String check, String what) {
    return Line.wrong(
        check,
        what + " is gone",
        "Take the queue out of the template, deploy, put it back and deploy again; ask CloudTrail"
            + " who called DeleteQueue.");
  }
}
