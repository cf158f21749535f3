package rolecall.alert;

import java.time.temporal.ChronoUnit;

/** What an alert says besides its findings, as sentences for people. Stateless. */
final class RemarkWords {
  private RemarkWords() {}

  static String of(Remark remark) {
    return switch (remark) {
      case Remark.RepeatsUnchecked _ ->
          "repeats could not be checked, since the store did not answer; the same may have been"
              + " told before.";
      case Remark.CountedBefore(var rule, var repeats, var since) ->
          "since the alert of %s, %s %s %s only counted, not told."
              .formatted(
                  since.truncatedTo(ChronoUnit.SECONDS),
                  repeats == 1
                      ? "one further event that broke"
                      : repeats + " further events that broke",
                  Shown.ours(rule, Shown.NAME),
                  repeats == 1 ? "was" : "were");
      case Remark.Follows(var eventId, var account) ->
          "this follows the alert of event %s%s: both are records of one call."
              .formatted(
                  Shown.name(eventId),
                  account.map(one -> " of account " + Shown.name(one)).orElse(""));
      case Remark.Amends(var first) ->
          "this adds to the alert of %s what was found since of the sessions behind the event."
              .formatted(first.truncatedTo(ChronoUnit.SECONDS));
      case Remark.FoundLate _ ->
          "late: the event never reached the monitor by itself, and was found by comparing with"
              + " what CloudTrail has.";
    };
  }
}
