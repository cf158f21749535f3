package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.Act;
import rolecall.finding.BrokenRule;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.finding.Told;

/**
 * Telling alerts, whole. {@code -Dgolden=write} writes the files anew, to be reviewed in the diff.
 * The policy's hash is left out, since every edit changes it.
 */
class GoldenAlertsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/alerts");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused-edit", "cross-account", "trust-opened", "trail-weakened", "not-judged",
        "unreadable-input", "second-alert", "repeats-unchecked", "counted-before", "least",
        "behind-user", "behind-stated", "behind-border", "behind-nobody", "behind-user-least",
        "amended", "found-late"
      })
  void an_alert_reads_as_it_did(String name) throws IOException {
    String found = whole(name).replace(Announcements.sha256(), "0".repeat(64));
    Path file = FOLDER.resolve(name + ".txt");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, found);
    }
    assertThat(found).isEqualTo(Files.readString(file));
  }

  private static String whole(String name) {
    Announcement announcement = announcement(name);
    AlertMessages messages = new AlertMessages(Optional.of("1.2.3"), false);
    AlertMessage message =
        name.endsWith("least") ? messages.least(announcement) : messages.of(announcement);
    AlertMessage chat = new AlertMessages(Optional.of("1.2.3"), true).of(announcement);
    Map<String, String> bodies = message.bodies();
    assertThat(bodies.keySet())
        .containsExactly("default", "email", "sms", "sqs", "lambda", "https", "firehose");
    assertThat(bodies.get("default")).isEqualTo(bodies.get("email"));
    assertThat(List.of(bodies.get("lambda"), bodies.get("https"), bodies.get("firehose")))
        .containsOnly(bodies.get("sqs"));
    return String.join(
        "\n",
        "=== subject",
        message.subject(),
        "=== attributes",
        message.attributes().toString(),
        "=== email",
        bodies.get("email"),
        "=== sms",
        bodies.get("sms"),
        "=== sqs",
        bodies.get("sqs").replace(",\"", ",\n\""),
        "=== https for chat",
        chat.bodies().get("https").replace(",\"", ",\n\""),
        "");
  }

  private static Announcement announcement(String name) {
    Announcement refused = Announcements.ofSample("eventbridge/chime-slr-edit-refused.json");
    return switch (name) {
      case "refused-edit", "least" -> refused;
      case "cross-account" ->
          Announcements.ofSample("eventbridge/cross-account-assumption--watched-role.json");
      case "trust-opened" -> Announcements.ofSample("eventbridge/trust-opened-to-anyone.json");
      case "trail-weakened" -> Announcements.ofSample("eventbridge/trail-weakened.json");
      case "not-judged" -> Announcements.ofSample("eventbridge/not-judged.json");
      case "unreadable-input" -> unreadable();
      case "second-alert" ->
          Announcements.with(
              refused,
              new Remark.Follows(
                  "e0000000-0000-4000-8000-000000000099", Optional.of("444455556666")));
      case "repeats-unchecked" -> Announcements.with(refused, new Remark.RepeatsUnchecked());
      case "counted-before" ->
          Announcements.with(
              refused,
              new Remark.CountedBefore(
                  "chime-slr-edit-refused", 7, Instant.parse("2026-03-02T07:00:00Z")),
              new Remark.CountedBefore(
                  "slr-edit-refused", 1, Instant.parse("2026-03-02T07:30:00Z")));
      case "behind-user", "behind-user-least" -> TestChains.behindUser(refused);
      case "behind-stated" -> TestChains.behindStated(refused);
      case "behind-border" -> TestChains.behindBorder(refused);
      case "behind-nobody" ->
          TestChains.behindNobody(refused, "the look-ups in CloudTrail were throttled");
      case "amended" ->
          Announcements.with(
              TestChains.behindUser(refused),
              new Remark.Follows(
                  "e0000000-0000-4000-8000-000000000099", Optional.of("444455556666")),
              new Remark.Amends(Instant.parse("2026-03-02T09:15:01.250Z")));
      case "found-late" -> Announcements.with(refused, new Remark.FoundLate());
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** A message that cannot be read: there is no record, no caller and no event. */
  private static Announcement unreadable() {
    Finding finding =
        new Finding(
            new BrokenRule(
                "not-judged",
                "A watched event could not be judged",
                Severity.MEDIUM,
                "input",
                "What cannot be understood is not innocent.",
                List.of("Read the message in the dead-letter queue."),
                List.of(),
                0,
                false),
            "The message 5f1c of the queue could not be read: a text ends at byte 17.",
            new Event(
                "5f1c",
                "",
                "",
                Optional.empty(),
                Optional.of("111122223333"),
                Optional.of("us-east-1"),
                "failed"),
            new Caller("unknown", Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            new PolicyStamp("default", "0".repeat(64)),
            new Input("sqs", 0),
            new Act("5f1c", "", "", Duration.ZERO));
    return new Announcement(
        new Alert(List.of(new Told(finding, 0)), Map.of()),
        Announcements.AT,
        Map.of(),
        List.of(),
        Optional.empty());
  }
}
