package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;

/** How callers, roles and places of any length stand in subjects, messages and attributes. */
class NamesTest {
  private static final Announcement SAMPLE =
      Announcements.ofSample("eventbridge/trust-opened-outside.json");

  private static final AlertMessages MESSAGES = new AlertMessages(Optional.empty(), false);

  @Test
  void the_subject_names_the_title_the_caller_the_role_and_the_account() {
    AlertMessage message = of("dana", "ChimeAdmin", Optional.of("111122223333"));
    assertThat(message.subject())
        .isEqualTo(
            "[HIGH] A role's trust names an account outside: dana -> ChimeAdmin (111122223333)");
    assertThat(message.bodies().get("sms"))
        .isEqualTo(
            "Rolecall HIGH trust-opened-outside: dana -> ChimeAdmin, 111122223333 us-east-1,"
                + " success");
  }

  @Test
  void the_title_is_cut_before_the_names_are() {
    AlertMessage message = of("dana@example.com", "c".repeat(40), Optional.of("111122223333"));
    assertThat(message.subject())
        .isEqualTo(
            "[HIGH] A role's trust na...: dana@example.com -> cccccccccccccccccccccccccccccccc..."
                + " (111122223333)");
  }

  @Test
  void the_longest_names_leave_room_for_the_account_on_a_telephone() {
    AlertMessage message = of("d".repeat(64), "c".repeat(64), Optional.of("111122223333"));
    assertThat(message.bodies().get("sms"))
        .matches(
            "Rolecall HIGH trust-opened-outside: d+\\.\\.\\. -> c+\\.\\.\\.,"
                + " 111122223333 us-east-1, success")
        .hasSizeLessThanOrEqualTo(140);
    assertThat(message.subject())
        .matches("\\[HIGH] A role's .*\\.\\.\\.: d+\\.\\.\\. -> c+\\.\\.\\. \\(111122223333\\)");
    assertThat(message.bodies().get("email").lines().limit(8))
        .contains(
            "Who:      " + "d".repeat(64) + " (role-session)",
            "Role:     " + "c".repeat(64) + " of account 111122223333");
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë, Zo?",
    "'a\nb', 'a\\u000ab'",
    "'<x>', '(x)'",
    "evil.com, evil[.]com",
    "'', '(blank)'"
  })
  void a_name_is_ascii_in_subjects(String name, String shown) {
    assertThat(of(name, "ChimeAdmin", Optional.of("111122223333")).subject())
        .endsWith(": " + shown + " -> ChimeAdmin (111122223333)");
  }

  @Test
  void a_name_cut_short_is_no_link() {
    AlertMessage message = of("evil.com" + "e".repeat(56), "c".repeat(64), Optional.empty());
    MessageRules.assertHarmless(message.bodies().get("sms").replace(" -> ", " to "));
    MessageRules.assertHarmless(message.subject().replace(" -> ", " to "));
  }

  @Test
  void an_absent_account_and_region_are_unknown() {
    AlertMessage message = of("dana", "ChimeAdmin", Optional.empty());
    assertThat(message.attributes())
        .isEqualTo(
            Map.of(
                "severity", "high",
                "rule", "trust-opened-outside",
                "category", "trust",
                "account", "unknown",
                "region", "unknown"));
    assertThat(message.subject()).endsWith(": dana -> ChimeAdmin");
    assertThat(message.bodies().get("email")).contains("\nAccount:  unknown\nRegion:   unknown\n");
  }

  private static AlertMessage of(String caller, String role, Optional<String> account) {
    Finding it = SAMPLE.alert().gravest().finding();
    Event event = it.event();
    Finding finding =
        new Finding(
            it.rule(),
            it.reason(),
            new Event(
                event.id(),
                event.name(),
                event.source(),
                event.time(),
                account,
                account.flatMap(_ -> event.region()),
                event.outcome()),
            new Caller(it.caller().kind(), it.caller().arn(), account, Optional.of(caller)),
            Optional.of(new Role(Optional.empty(), role, account)),
            it.policy(),
            it.input(),
            it.act());
    return MESSAGES.of(
        new Announcement(
            new Alert(List.of(new Told(finding, 0)), Map.of()),
            SAMPLE.at(),
            Map.of(),
            List.of(),
            Optional.empty()));
  }
}
