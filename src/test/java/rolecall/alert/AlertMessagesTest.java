package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.Told;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** Every sample in every format. */
class AlertMessagesTest {
  private static final List<Announcement> SAMPLES = Announcements.ofSamples();

  private static final Set<String> RULES = rules();

  private static Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    for (Announcement one : SAMPLES) {
      one.alert().findings().forEach(told -> rules.add(told.finding().rule().id()));
    }
    return rules;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void every_sample_keeps_the_rules_of_messages(boolean chat) {
    AlertMessages messages = new AlertMessages(Optional.of("1.2.3"), chat);
    assertThat(RULES).hasSizeGreaterThan(35);
    for (Announcement one : SAMPLES) {
      Announcement remarked =
          Announcements.with(
              one,
              new Remark.RepeatsUnchecked(),
              new Remark.CountedBefore(
                  one.alert().gravest().finding().rule().id(), 3, Announcements.AT),
              new Remark.Follows("e0000000-0000-4000-8000-000000000099", Optional.empty()));
      MessageRules.hold(one, messages.of(one), chat);
      MessageRules.hold(remarked, messages.of(remarked), chat);
      MessageRules.hold(remarked, messages.least(remarked), chat);
      assertThat(messages.of(one)).isEqualTo(messages.of(one));
    }
  }

  @Test
  void no_rule_is_named_in_a_finding_but_as_an_analytic() {
    AlertMessages messages = new AlertMessages(Optional.empty(), false);
    for (Announcement one : SAMPLES) {
      Announcement remarked =
          Announcements.with(
              one,
              new Remark.CountedBefore(
                  one.alert().gravest().finding().rule().id(), 3, Announcements.AT));
      String finding = messages.of(remarked).bodies().get("sqs");
      String rest = finding.replaceAll("\"file\":\"[^\"]*\"", "");
      for (Told told : one.alert().findings()) {
        rest = rest.replace("{\"uid\":\"" + told.finding().rule().id() + "\"", "");
      }
      for (String rule : RULES) {
        assertThat(rest).doesNotContainPattern("(?<![\\w-])" + Pattern.quote(rule) + "(?![\\w-])");
      }
    }
  }

  @Test
  void no_sample_gives_its_session_token_away() {
    AlertMessages messages = new AlertMessages(Optional.empty(), false);
    Pattern token = Pattern.compile("sessionToken\\\\*\"\\s*:\\s*\\\\*\"([^\"\\\\]+)");
    Set<String> tokens = new TreeSet<>();
    for (Announcement one : SAMPLES) {
      for (Json.Obj rec : one.alert().evidence().values()) {
        token.matcher(CompactJson.write(rec)).results().forEach(t -> tokens.add(t.group(1)));
      }
    }
    assertThat(tokens).isNotEmpty();
    for (Announcement one : SAMPLES) {
      String message = messages.of(one).json();
      assertThat(tokens).noneMatch(message::contains);
    }
  }

  @Test
  void the_record_of_every_sample_is_evidence_whole() {
    AlertMessages messages = new AlertMessages(Optional.empty(), false);
    for (Announcement one : SAMPLES) {
      Json finding = MessageRules.assertFinding(one, messages.of(one).bodies().get("sqs"));
      Json.Obj rec = one.alert().recordOf(one.alert().gravest().finding()).orElseThrow();
      Json data = finding.get("evidences").items().getFirst().get("data");
      assertThat(data).isEqualTo(Secrets.hide(rec));
      assertThat(finding.get("unmapped").get("shortened").isPresent()).isFalse();
    }
  }

  @Test
  void what_is_remarked_is_said_in_every_body_but_the_telephone() {
    Announcement one =
        Announcements.with(
            SAMPLES.getFirst(),
            new Remark.RepeatsUnchecked(),
            new Remark.CountedBefore("a-rule", 7, Announcements.AT),
            new Remark.Follows("first-event", Optional.of("444455556666")));
    AlertMessage message = new AlertMessages(Optional.empty(), true).of(one);
    for (String body : List.of("default", "email", "https")) {
      assertThat(message.bodies().get(body).replaceAll("\\s+", " "))
          .contains("repeats could not be checked")
          .contains("7 further events that broke a-rule were only counted")
          .contains("follows the alert of event first-event of account 444455556666");
    }
    assertThat(message.bodies().get("sqs"))
        .contains(
            "\"repeats_checked\":false,\"counted_before\":{\"repeats\":7,"
                + "\"since\":\"2026-03-02T12:00:00.500Z\"},"
                + "\"follows\":[{\"event\":\"first-event\",\"account\":\"444455556666\"}]")
        .doesNotContain("a-rule");
  }

  @Test
  void letters_are_at_most_78_columns_wide_but_for_facts_and_long_words() {
    AlertMessages messages = new AlertMessages(Optional.empty(), false);
    for (Announcement one : SAMPLES) {
      assertThat(messages.of(one).bodies().get("email").lines())
          .allMatch(line ->
              line.length() <= 78
                  || line.matches("(?:Who|Role|Rules|Clause|What): .*")
                  || line.matches("[A-Za-z ]*: \\S+|\\s*(?:- )?\\S+"));
    }
  }

  @Test
  void a_secret_in_an_explanation_or_a_remark_does_not_leave() {
    String token = "FwoGZXIvYXdzE" + "aB3x".repeat(40);
    Announcement one = SAMPLES.getFirst();
    Announcement quoting =
        new Announcement(
            one.alert(),
            one.at(),
            Map.of(
                one.alert().gravest().finding().rule().id(),
                List.of("requestParameters.password: found \"hunter2\"", "userAgent: " + token)),
            List.of(new Remark.Follows(token, Optional.of(token))),
            Optional.empty());
    for (boolean chat : List.of(true, false)) {
      assertThat(new AlertMessages(Optional.empty(), chat).of(quoting).json())
          .contains("REDACTED by Rolecall")
          .doesNotContain("hunter2", token);
    }
  }

  @Test
  void a_secret_in_a_chain_does_not_leave() {
    String token = "FwoGZXIvYXdzE" + "aB3x".repeat(40);
    for (int hops = 1; hops < 5; hops++) {
      Announcement quoting = TestChains.drawn(SAMPLES.getFirst(), hops, () -> token);
      for (boolean chat : List.of(true, false)) {
        AlertMessages messages = new AlertMessages(Optional.empty(), chat);
        assertThat(messages.of(quoting).json() + messages.least(quoting).json())
            .contains("REDACTED by Rolecall")
            .doesNotContain(token.substring(0, 60));
      }
    }
  }

  @Test
  void a_caller_who_stands_behind_no_session_has_no_line_and_no_chapter_of_its_own() {
    Announcement alone = TestChains.ofCallerAlone(SAMPLES.getFirst());
    AlertMessage message = new AlertMessages(Optional.empty(), true).of(alone);
    assertThat(message.bodies().get("email"))
        .isEqualTo(
            new AlertMessages(Optional.empty(), true).of(SAMPLES.getFirst()).bodies().get("email"));
    assertThat(message.bodies().get("https")).doesNotContain("Behind");
    assertThat(message.bodies().get("sqs")).contains("\"lineage\":{\"root\":{\"caller\":");
  }
}
