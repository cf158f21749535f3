package rolecall.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the policy that the stack names is there, and how old it is. */
final class PolicyCheck {
  private static final String CHECK = "policy";

  private PolicyCheck() {}

  static Line of(Account account, Stack stack, Instant now) {
    Optional<String> bucket = stack.parameter("PolicyBucket");
    if (bucket.isEmpty()) {
      return Line.ok(CHECK, "the one that comes with the function");
    }
    String key = stack.parameter("PolicyKey").orElse("policy.yaml");
    String uri = "s3://%s/%s".formatted(bucket.get(), key);
    return switch (account.changed(bucket.get(), key)) {
      case Looked.Missing<Instant>() ->
          Line.wrong(
              CHECK,
              uri + " is not there, so another policy judges",
              "Put the policy there, or deploy without PolicyBucket.");
      case Looked.Unseen<Instant> no -> Line.unseen(CHECK, uri, no);
      case Looked.Seen<Instant>(Instant changed) ->
          Line.ok(CHECK, "%s was last changed %s ago".formatted(uri, days(changed, now)));
    };
  }

  private static String days(Instant from, Instant to) {
    long days = Math.max(0, Duration.between(from, to).toDays());
    return days + (days == 1 ? " day" : " days");
  }
}
