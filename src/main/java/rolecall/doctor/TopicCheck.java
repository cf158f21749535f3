package rolecall.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether somebody hears alerts and alarms. Who leaves by the link at the foot of a mail leaves no
 * trace in CloudTrail, so this is the only place where it shows.
 */
final class TopicCheck {
  private TopicCheck() {}

  static List<Line> lines(Account account, Stack stack) {
    return Stream.of("AlertTopic", "AlarmTopic")
        .map(id -> of(id, account, stack.physical(id)))
        .toList();
  }

  private static Line of(String id, Account account, Optional<String> arn) {
    Looked<List<Subscription>> looked =
        arn.isEmpty() ? new Looked.Missing<>() : account.subscriptions(arn.get());
    return switch (looked) {
      case Looked.Missing<List<Subscription>>() ->
          Line.wrong(
              "topic",
              id + " is gone",
              "Take the topic out of the template, deploy, put it back and deploy again; ask"
                  + " CloudTrail who called DeleteTopic.");
      case Looked.Unseen<List<Subscription>> no -> Line.unseen("topic", "who hears " + id, no);
      case Looked.Seen<List<Subscription>>(List<Subscription> all) -> of(id, arn.orElse(""), all);
    };
  }

  private static Line of(String id, String arn, List<Subscription> all) {
    List<Subscription> heard = all.stream().filter(Subscription::confirmed).toList();
    long pending = all.size() - (long) heard.size();
    if (heard.isEmpty()) {
      return Line.wrong(
          "topic",
          pending == 0
              ? "nobody hears " + id
              : "nobody hears %s: %d not confirmed".formatted(id, pending),
          pending == 0
              ? "Run: aws sns subscribe --topic-arn %s --protocol email --notification-endpoint"
                      .formatted(arn)
                  + " ADDRESS, and confirm it. A mail's own link may have ended the last one."
              : "Confirm by the mail that SNS sent; look for it among unwanted mail.");
    }
    String kinds =
        heard.stream()
            .collect(
                Collectors.groupingBy(
                    Subscription::protocol, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    return pending == 0
        ? Line.ok("topic", "%s is heard by %s".formatted(id, kinds))
        : Line.wrong(
            "topic",
            "%s is heard by %s, but %d not confirmed".formatted(id, kinds, pending),
            "Confirm by the mail that SNS sent, or end the subscription.");
  }
}
