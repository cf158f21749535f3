package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.BrokenRule;
import rolecall.finding.Finding;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** Alerts of any size leave, and say what they lack. */
class ShorteningTest {
  private static final Announcement SAMPLE =
      Announcements.ofSample("eventbridge/chime-slr-edit-refused.json");

  private static final AlertMessages MESSAGES = new AlertMessages(Optional.of("1.2.3"), false);

  @ParameterizedTest
  @CsvSource({
    "1000, NONE",
    "40000, NONE",
    "60000, EVIDENCE_SHORTENED",
    "250000, EVIDENCE_SHORTENED",
    "1000000, EVIDENCE_SHORTENED"
  })
  void a_large_member_of_the_record_becomes_a_note(int size, Shortening step) {
    Announcement large = withMember("requestParameters", text("x", size));
    AlertMessage message = MESSAGES.of(large);
    MessageRules.hold(large, message, false);
    assertSays(step, message);
    Json data = data(large, message);
    assertThat(data.get("eventID").text()).isPresent();
    assertThat(data.get("userIdentity")).isEqualTo(record().get("userIdentity"));
    assertThat(data.get("requestParameters"))
        .isEqualTo(
            step == Shortening.NONE
                ? text("x", size)
                : new Json.Str("left out by Rolecall: " + (size + 2) + " characters of JSON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"userIdentity", "errorMessage", "eventName", "requestID"})
  void a_large_member_that_identifies_is_cut(String member) {
    Announcement large = withMember(member, text("x", 300_000));
    AlertMessage message = MESSAGES.of(large);
    MessageRules.hold(large, message, false);
    assertSays(Shortening.EVIDENCE_REDUCED, message);
    Json data = data(large, message);
    assertThat(data.get("eventID")).isEqualTo(record().get("eventID"));
    assertThat(data.get("sourceIPAddress")).isEqualTo(record().get("sourceIPAddress"));
    assertThat(data.get(member)).isEqualTo(new Json.Str("x".repeat(512) + " ... (cut)"));
    assertThat(data.get("userAgent").isPresent()).isFalse();
    assertThat(data.get("shortened").text().orElseThrow()).startsWith("left out by Rolecall: 3");
  }

  @Test
  void thousands_of_clauses_are_cut_to_the_first() {
    List<String> lines = IntStream.range(0, 10_000).mapToObj(i -> "clause " + i + " held").toList();
    Announcement large =
        new Announcement(
            SAMPLE.alert(),
            SAMPLE.at(),
            Map.of(SAMPLE.alert().gravest().finding().rule().id(), lines),
            List.of(),
            Optional.empty());
    AlertMessage message = MESSAGES.of(large);
    MessageRules.hold(large, message, false);
    assertSays(Shortening.EXPLANATIONS_CUT, message);
    assertThat(message.bodies().get("email"))
        .contains("- clause 4 held")
        .doesNotContain("clause 5");
  }

  @Test
  void the_whole_policy_broken_at_once_by_a_large_event_names_every_rule() {
    for (int size : List.of(100, 100_000, 1_000_000)) {
      Announcement large = brokenBy(37, SAMPLE.alert().gravest(), "r".repeat(100), size);
      MessageRules.hold(large, MESSAGES.of(large), false);
      MessageRules.hold(large, MESSAGES.least(large), false);
    }
  }

  @Test
  void reasons_of_megabytes_together_leave_too() {
    Announcement large = brokenBy(37, SAMPLE.alert().gravest(), "\u202e".repeat(100_000), 100);
    AlertMessage message = MESSAGES.of(large);
    MessageRules.hold(large, message, false);
    assertSays(Shortening.LEAST, message);
  }

  @Test
  void more_rules_than_any_policy_has_are_counted() {
    Announcement large = brokenBy(2000, SAMPLE.alert().gravest(), "r".repeat(500), 100);
    AlertMessage message = MESSAGES.of(large);
    MessageRules.assertFits(message);
    assertThat(message.bodies().get("email"))
        .contains("rule-79 and 1920 further\n", "* and 1920 further rules, of lesser severity\n");
    assertThat(message.bodies().get("sms")).contains("(+1999)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\\", "\u0000", "\u202e", "é", "\ud83d\ude00", "\ud800", "<"})
  void every_size_of_every_text_fits(String unit) {
    Shortening before = Shortening.NONE;
    for (int size = 4_000; size < 80_000; size += 3_999) {
      Announcement large = withMember("requestParameters", text(unit, size / unit.length()));
      AlertMessage message = MESSAGES.of(large);
      MessageRules.assertFits(message);
      Shortening step = step(message);
      assertThat(step).isGreaterThanOrEqualTo(before);
      before = step;
    }
    assertThat(before).isNotEqualTo(Shortening.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\u0000", "\u202e", "\ud83d\ude00"})
  void a_record_whose_every_text_is_huge_fits(String unit) {
    Map<String, Json> members = new LinkedHashMap<>();
    record().members().forEach((name, _) -> members.put(name, text(unit, 30_000)));
    members.put(
        "userIdentity",
        new Json.Obj(
            Map.of(
                "arn", text(unit, 30_000),
                "userName", text(unit, 30_000),
                "principalId", text(unit, 30_000),
                "accessKeyId", text(unit, 30_000))));
    Announcement large = with(new Json.Obj(members));
    MessageRules.hold(large, MESSAGES.of(large), false);
  }

  @Test
  void nothing_is_shortened_of_what_fits() {
    assertSays(Shortening.NONE, MESSAGES.of(SAMPLE));
    assertSays(Shortening.LEAST, MESSAGES.least(SAMPLE));
    assertThat(MESSAGES.of(SAMPLE).bodies().get("email")).doesNotContain("Shortened");
  }

  @Test
  void a_chain_counts_and_is_cut_with_the_rest() {
    Announcement whole = TestChains.drawn(SAMPLE, 12, () -> "n".repeat(150));
    AlertMessage message = MESSAGES.of(whole);
    MessageRules.hold(whole, message, false);
    assertSays(Shortening.NONE, message);
    Announcement large = TestChains.drawn(SAMPLE, 12, () -> "n".repeat(5_000));
    AlertMessage cut = MESSAGES.of(large);
    MessageRules.hold(large, cut, false);
    assertSays(Shortening.EVIDENCE_REDUCED, cut);
    assertThat(lineage(cut).get("hops").items()).hasSize(12);
  }

  @Test
  void the_least_message_names_who_stands_behind_without_the_way_there() {
    Announcement large = TestChains.drawn(SAMPLE, 12, () -> "n".repeat(50_000));
    AlertMessage message = MESSAGES.least(large);
    MessageRules.hold(large, message, false);
    assertThat(lineage(message).get("hops").items()).hasSize(1);
    assertThat(message.bodies().get("email"))
        .contains("Behind:   " + "n".repeat(64) + " ... (cut) (iam-user), proven\n")
        .doesNotContain("THE CHAIN OF SESSIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\u0000", "\u202e", "\ud83d\ude00", "\ud800", "<"})
  void every_size_of_every_text_of_a_chain_fits(String unit) {
    for (int size = 1; size < 100_000; size *= 7) {
      String text = unit.repeat(size);
      MessageRules.assertFits(MESSAGES.of(TestChains.drawn(SAMPLE, 12, () -> text)));
      MessageRules.assertFits(MESSAGES.least(TestChains.drawn(SAMPLE, 12, () -> text)));
    }
  }

  private static Json lineage(AlertMessage message) {
    try {
      return JsonReader.read(message.bodies().get("sqs")).get("unmapped").get("lineage");
    } catch (UnreadableJson broken) {
      throw new AssertionError(broken);
    }
  }

  /** Every body says it, the telephone's excepted. */
  private static void assertSays(Shortening step, AlertMessage message) {
    assertThat(step(message)).isEqualTo(step);
    step.words()
        .ifPresent(words -> {
          assertThat(message.bodies().get("email").replaceAll("\\s+", " "))
              .contains("Shortened: " + words);
          assertThat(message.bodies().get("sqs"))
              .contains("\"shortened\":\"" + words + "\"", "\"is_truncated\":true");
        });
  }

  private static Shortening step(AlertMessage message) {
    Shortening found = Shortening.NONE;
    for (Shortening step : Shortening.values()) {
      if (step.words().filter(message.bodies().get("sqs")::contains).isPresent()) {
        found = step;
      }
    }
    return found;
  }

  private static Json data(Announcement of, AlertMessage message) {
    Json finding = MessageRules.assertFinding(of, message.bodies().get("sqs"));
    return finding.get("evidences").items().getFirst().get("data");
  }

  private static Json.Obj record() {
    return SAMPLE.alert().recordOf(SAMPLE.alert().gravest().finding()).orElseThrow();
  }

  private static Json text(String unit, int times) {
    return new Json.Str(unit.repeat(times));
  }

  private static Announcement withMember(String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>(record().members());
    members.put(name, value);
    return with(new Json.Obj(members));
  }

  private static Announcement with(Json.Obj rec) {
    Alert alert = SAMPLE.alert();
    return new Announcement(
        new Alert(alert.findings(), Map.of(alert.gravest().finding().input(), rec)),
        SAMPLE.at(),
        SAMPLE.explanations(),
        SAMPLE.remarks(),
        SAMPLE.chain());
  }

  /** One event that breaks many rules, each with explanations, on a record of some size. */
  private static Announcement brokenBy(int rules, Told told, String reason, int size) {
    Finding it = told.finding();
    List<Told> all = new ArrayList<>();
    Map<String, List<String>> explanations = new LinkedHashMap<>();
    for (int i = 0; i < rules; i++) {
      BrokenRule rule =
          new BrokenRule(
              "rule-" + i,
              "Title of rule " + i,
              Severity.HIGH,
              "category-" + i,
              "Why rule %d stands here. ".formatted(i).repeat(5),
              List.of("Look at %d.".formatted(i), "Ask about %d. ".formatted(i).repeat(8)),
              List.of("T1098.003"),
              i,
              false);
      all.add(
          new Told(
              new Finding(
                  rule,
                  reason,
                  it.event(),
                  it.caller(),
                  it.role(),
                  it.policy(),
                  it.input(),
                  it.act()),
              0));
      explanations.put(rule.id(), List.of("clause of rule " + i + " held", "and another"));
    }
    return new Announcement(
        new Alert(all, withMember("requestParameters", text("x", size)).alert().evidence()),
        SAMPLE.at(),
        explanations,
        List.of(),
        Optional.empty());
  }
}
