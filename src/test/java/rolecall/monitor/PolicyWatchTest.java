package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.finding.PolicyStamp;
import rolecall.ledger.Entry;
import rolecall.policy.Addition;
import rolecall.policy.Additions;
import rolecall.policy.Policies;
import rolecall.policy.PolicyFile;

class PolicyWatchTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final String NAME = "s3://policies/chime.yaml";
  private static final Entry.Place PLACE = new Entry.Place("policy", NAME);
  private static final String GOOD =
      """
      name: first
      lists: {monitor-resources: []}
      rules:
        - id: refused
          title: It was refused
          severity: low
          category: test
          why: Refusals are looked at.
          events: [sts:AssumeRole]
          when: {outcome: [denied]}
          reason: "{caller.name} was denied."
      """;
  private static final String BETTER = GOOD.replace("name: first", "name: second");
  private static final String BROKEN = GOOD.replace("severity: low", "severity: lo");
  private static final String FIRST_ERROR =
      """
      ERROR s3://policies/chime.yaml:6:15: 'lo' is no severity. The words are info, low, medium, \
      high, critical. Fix: Did you mean 'low'?
       |     severity: lo
       |               ^
      """;

  private final MemoryStore store = new MemoryStore();
  private final ShelvedText text = new ShelvedText(true);

  private PolicyWatch watch() {
    return watch(Optional.empty(), Additions.NONE);
  }

  private PolicyWatch watch(Optional<PinnedPolicy> pinned, Additions additions) {
    return PolicyWatch.of(new ReplaceablePolicy(text, store, pinned), additions);
  }

  private PolicyWatch started() throws NoUsablePolicy {
    PolicyWatch watch = watch();
    watch.start(START);
    return watch;
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }

  private static PolicyStamp stamp(String policy) {
    return PolicyFile.read("x", policy.getBytes(StandardCharsets.UTF_8))
        .loaded()
        .orElseThrow()
        .policy()
        .stamp();
  }

  private static PolicyNews loaded(String policy) {
    return new PolicyNews.Loaded(stamp(policy), Optional.empty());
  }

  private static PolicyNews rejected(String tag, boolean isNew) {
    return new PolicyNews.Rejected(NAME, tag, 1, FIRST_ERROR, isNew);
  }

  private static String name(PolicyWatch watch) {
    return watch.current().stamp().name();
  }

  private String noted() throws Exception {
    return store.get(PLACE, Duration.ZERO).map(Entry::value).orElse("nothing");
  }

  private static String note(String tag, String version, String policy) {
    return "{\"tag\":\"%s\",\"version\":\"%s\",\"sha256\":\"%s\"}"
        .formatted(tag, version, stamp(policy).sha256());
  }

  @Test
  void without_a_text_the_shipped_policy_judges_and_nobody_is_asked() throws Exception {
    PolicyWatch watch = PolicyWatch.shipped(Additions.NONE);
    assertThat(watch.start(START))
        .isEqualTo(new PolicyNews.Loaded(Policies.shipped().stamp(), Optional.empty()));
    assertThat(watch.refresh(after(3600))).isEqualTo(new PolicyNews.NotDue());
    assertThat(watch.current().stamp()).isEqualTo(Policies.shipped().stamp());
  }

  @Test
  void an_addition_that_cannot_be_meant_fails_the_start() {
    PolicyWatch watch =
        PolicyWatch.shipped(new Additions(List.of(Addition.ofStack("STACK_NAME", " "))));
    assertThatThrownBy(() -> watch.start(START))
        .isInstanceOf(NoUsablePolicy.class)
        .hasMessageContaining("The setting STACK_NAME adds an empty entry");
  }

  @Test
  void before_the_start_there_is_no_policy() {
    assertThatThrownBy(() -> watch().current()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_text_that_lints_judges_and_is_noted_as_good() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = watch();
    assertThat(watch.start(START)).isEqualTo(loaded(GOOD));
    assertThat(name(watch)).isEqualTo("first");
    assertThat(noted()).isEqualTo(note("t1", "v1", GOOD));
    assertThat(store.get(PLACE, Duration.ZERO).orElseThrow().expires())
        .isAfter(Instant.parse("2035-01-01T00:00:00Z"));
  }

  @Test
  void a_version_that_is_noted_already_is_not_written_again() throws Exception {
    text.put("t1", GOOD);
    started();
    started();
    assertThat(store.puts()).isEqualTo(1);
    PolicyWatch late = watch();
    late.start(START.plus(Duration.ofDays(3000)));
    assertThat(store.puts()).as("it would be forgotten soon").isEqualTo(2);
  }

  @Test
  void the_text_is_asked_for_once_a_minute_by_its_tag() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    assertThat(watch.refresh(after(1))).isEqualTo(new PolicyNews.NotDue());
    assertThat(watch.refresh(after(59))).isEqualTo(new PolicyNews.NotDue());
    assertThat(watch.refresh(after(60))).isEqualTo(new PolicyNews.Unchanged());
    assertThat(watch.refresh(after(119))).isEqualTo(new PolicyNews.NotDue());
    assertThat(watch.refresh(after(120))).isEqualTo(new PolicyNews.Unchanged());
    assertThat(text.askedFor()).containsExactly("head", "head unless t1", "head unless t1");
  }

  @Test
  void a_process_that_was_asleep_asks_again() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    watch.restored();
    assertThat(watch.refresh(after(1))).isEqualTo(new PolicyNews.Unchanged());
    assertThat(watch.refresh(START.minusSeconds(5)))
        .as("the clock went back")
        .isEqualTo(new PolicyNews.Unchanged());
  }

  @Test
  void a_text_that_changes_twice_is_loaded_twice() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    text.put("t2", BETTER);
    assertThat(watch.refresh(after(60))).isEqualTo(loaded(BETTER));
    assertThat(name(watch)).isEqualTo("second");
    text.put("t3", GOOD);
    assertThat(watch.refresh(after(120))).isEqualTo(loaded(GOOD));
    assertThat(name(watch)).isEqualTo("first");
    assertThat(noted()).isEqualTo(note("t3", "v3", GOOD));
  }

  @Test
  void a_place_that_sends_the_same_text_again_changes_nothing() throws Exception {
    text.put("t1", GOOD);
    text.setKnowsTags(false);
    PolicyWatch watch = started();
    assertThat(watch.refresh(after(60))).isEqualTo(new PolicyNews.Unchanged());
    text.put("t2", BROKEN);
    assertThat(watch.refresh(after(120))).isEqualTo(rejected("t2", true));
    assertThat(watch.refresh(after(180))).isEqualTo(rejected("t2", false));
  }

  @Test
  void a_broken_text_is_rejected_until_it_is_mended_and_the_good_one_judges_on() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    text.put("t2", BROKEN);
    assertThat(watch.refresh(after(60))).isEqualTo(rejected("t2", true));
    assertThat(watch.refresh(after(61))).isEqualTo(new PolicyNews.NotDue());
    assertThat(watch.refresh(after(120))).isEqualTo(rejected("t2", false));
    assertThat(name(watch)).isEqualTo("first");
    assertThat(noted()).isEqualTo(note("t1", "v1", GOOD));
    text.put("t3", BROKEN + "\n");
    assertThat(watch.refresh(after(180))).isEqualTo(rejected("t3", true));
    text.put("t4", BETTER);
    assertThat(watch.refresh(after(240))).isEqualTo(loaded(BETTER));
    assertThat(watch.refresh(after(300))).isEqualTo(new PolicyNews.Unchanged());
    assertThat(name(watch)).isEqualTo("second");
  }

  @Test
  void the_same_good_text_put_back_ends_the_rejection() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    text.put("t2", BROKEN);
    watch.refresh(after(60));
    text.put("t1", GOOD);
    assertThat(watch.refresh(after(120))).isEqualTo(loaded(GOOD));
    text.put("t2", BROKEN);
    assertThat(watch.refresh(after(180))).isEqualTo(rejected("t2", true));
  }

  @Test
  void a_place_that_cannot_be_reached_leaves_the_policy_as_it_is() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    text.setDown(true);
    assertThat(watch.refresh(after(60)))
        .isEqualTo(
            new PolicyNews.Unreachable(
                "s3://policies/chime.yaml cannot be read (AccessDenied). Allow s3:GetObject on"
                    + " it."));
    assertThat(watch.refresh(after(61))).isEqualTo(new PolicyNews.NotDue());
    assertThat(name(watch)).isEqualTo("first");
    text.setDown(false);
    assertThat(watch.refresh(after(120))).isEqualTo(new PolicyNews.Unchanged());
  }

  @Test
  void a_start_with_a_broken_text_judges_by_the_last_good_version() throws Exception {
    text.put("t1", GOOD);
    started();
    text.put("t2", BROKEN);
    PolicyWatch watch = watch();
    assertThat(watch.start(START)).isEqualTo(rejected("t2", true));
    assertThat(name(watch)).isEqualTo("first");
    assertThat(watch.refresh(after(60))).isEqualTo(rejected("t2", false));
    assertThat(text.askedFor()).containsExactly("head", "head", "version v1", "head unless t2");
  }

  @Test
  void a_start_whose_text_is_gone_judges_by_the_last_good_version() throws Exception {
    text.put("t1", GOOD);
    started();
    ShelvedText headless = new ShelvedText(true);
    headless.forge("v1", GOOD);
    PolicyWatch watch =
        PolicyWatch.of(new ReplaceablePolicy(headless, store, Optional.empty()), Additions.NONE);
    assertThat(watch.start(START)).isInstanceOf(PolicyNews.Unreachable.class);
    assertThat(name(watch)).isEqualTo("first");
    headless.put("t1", GOOD);
    assertThat(watch.refresh(after(60))).isEqualTo(new PolicyNews.Unchanged());
  }

  @Test
  void a_first_start_with_a_broken_text_fails_with_all_that_is_known() {
    text.put("t1", BROKEN);
    assertThatThrownBy(this::started)
        .isInstanceOf(NoUsablePolicy.class)
        .hasMessage(
            "The policy s3://policies/chime.yaml cannot be used (errors: 1).\n"
                + FIRST_ERROR
                + "Nothing is judged: no version of it is known to have been good.");
  }

  @Test
  void a_first_start_that_reaches_nothing_fails_with_the_reason() {
    assertThatThrownBy(this::started)
        .isInstanceOf(NoUsablePolicy.class)
        .hasMessage(
            "The policy cannot be had: s3://policies/chime.yaml cannot be read (AccessDenied)."
                + " Allow s3:GetObject on it.\n"
                + "Nothing is judged: no version of it is known to have been good.");
  }

  @Test
  void a_start_that_failed_can_be_tried_again() throws Exception {
    PolicyWatch watch = watch();
    assertThatThrownBy(() -> watch.start(START)).isInstanceOf(NoUsablePolicy.class);
    text.put("t1", GOOD);
    assertThat(watch.start(after(1))).isEqualTo(loaded(GOOD));
  }

  @Test
  void a_last_good_version_that_is_gone_fails_the_start() throws Exception {
    text.put("t1", GOOD);
    started();
    text.put("t2", BROKEN);
    text.forget("v1");
    assertThatThrownBy(this::started)
        .hasMessageEndingWith(
            "Nothing is judged: its last good version cannot be had: s3://policies/chime.yaml"
                + " cannot be read (AccessDenied). Allow s3:GetObject on it.");
  }

  @Test
  void a_last_good_version_with_other_bytes_fails_the_start() throws Exception {
    text.put("t1", GOOD);
    started();
    text.put("t2", BROKEN);
    text.forge("v1", BETTER);
    assertThatThrownBy(this::started)
        .hasMessageEndingWith(
            "Nothing is judged: its last good version is no longer the text that was good.");
    text.forge("v1", BROKEN);
    assertThatThrownBy(this::started)
        .hasMessageEndingWith(
            "Nothing is judged: its last good version cannot be used either:\n"
                + FIRST_ERROR.stripTrailing()
                + ".");
  }

  @Test
  void a_place_without_versions_fails_the_start_and_says_what_to_do() throws Exception {
    ShelvedText plain = new ShelvedText(false);
    plain.put("t1", GOOD);
    ReplaceablePolicy place = new ReplaceablePolicy(plain, store, Optional.empty());
    PolicyWatch.of(place, Additions.NONE).start(START);
    plain.put("t2", BROKEN);
    assertThatThrownBy(() -> PolicyWatch.of(place, Additions.NONE).start(START))
        .hasMessageEndingWith(
            "Nothing is judged: the versions of its text are not kept; switch on versioning"
                + " there.");
  }

  @Test
  void a_store_that_is_down_fails_no_good_policy_and_is_told_later() throws Exception {
    text.put("t1", GOOD);
    store.setDown(true);
    PolicyWatch watch = watch();
    assertThat(watch.start(START))
        .isEqualTo(
            new PolicyNews.Loaded(
                stamp(GOOD), Optional.of("the table rolecall-told did not answer (timeout)")));
    assertThat(watch.refresh(after(60))).isEqualTo(new PolicyNews.Unchanged());
    store.setDown(false);
    assertThat(noted()).isEqualTo("nothing");
    watch.refresh(after(120));
    assertThat(noted()).isEqualTo(note("t1", "v1", GOOD));
    watch.refresh(after(180));
    assertThat(store.puts()).isEqualTo(1);
  }

  @Test
  void a_store_that_is_down_fails_the_start_with_a_broken_text() throws Exception {
    text.put("t1", GOOD);
    started();
    text.put("t2", BROKEN);
    store.setDown(true);
    assertThatThrownBy(this::started)
        .hasMessageEndingWith(
            "Nothing is judged: its last good version is not known: the table rolecall-told did"
                + " not answer (timeout).");
  }

  @Test
  void another_worker_that_notes_first_is_no_trouble() throws Exception {
    text.put("t1", GOOD);
    store.setFaster(new Entry(PLACE, 1, note("t1", "v1", GOOD), START.plusSeconds(9_999_999)));
    assertThat(watch().start(START)).isEqualTo(loaded(GOOD));
    assertThat(noted()).isEqualTo(note("t1", "v1", GOOD));
  }

  @Test
  void a_note_that_nobody_wrote_is_as_good_as_none() throws Exception {
    for (String odd : List.of("", "[]", "{\"tag\":7}", "{\"tag\":\"t1\"}", "{\"tag\":")) {
      MemoryStore other = new MemoryStore();
      other.put(new Entry(PLACE, 1, odd, START), Optional.empty(), Duration.ZERO);
      text.put("t2", BROKEN);
      PolicyWatch watch =
          PolicyWatch.of(new ReplaceablePolicy(text, other, Optional.empty()), Additions.NONE);
      assertThatThrownBy(() -> watch.start(START))
          .hasMessageEndingWith("no version of it is known to have been good.");
      text.put("t3", GOOD);
      assertThat(watch.start(START)).isEqualTo(loaded(GOOD));
    }
  }

  @Test
  void a_text_with_another_sha256_than_the_pinned_one_is_rejected() throws Exception {
    PinnedPolicy pin =
        new PinnedPolicy("POLICY_SHA256", stamp(GOOD).sha256().toUpperCase(Locale.ROOT));
    text.put("t1", GOOD);
    PolicyWatch watch = watch(Optional.of(pin), Additions.NONE);
    assertThat(watch.start(START)).isEqualTo(loaded(GOOD));
    text.put("t2", BETTER);
    assertThat(watch.refresh(after(60)))
        .isEqualTo(
            new PolicyNews.Rejected(
                NAME,
                "t2",
                1,
                "The sha256 of s3://policies/chime.yaml is %s, and the setting POLICY_SHA256 pins %s. Put the pinned text back, or change the setting."
                    .formatted(stamp(BETTER).sha256(), stamp(GOOD).sha256()),
                true));
    assertThat(name(watch)).isEqualTo("first");
  }

  @Test
  void a_last_good_version_other_than_the_pinned_one_is_not_used() throws Exception {
    text.put("t1", GOOD);
    started();
    text.put("t2", BROKEN);
    PinnedPolicy pin = new PinnedPolicy("POLICY_SHA256", stamp(BETTER).sha256());
    assertThatThrownBy(() -> watch(Optional.of(pin), Additions.NONE).start(START))
        .isInstanceOf(NoUsablePolicy.class)
        .hasMessageContaining("its last good version cannot be used either")
        .hasMessageContaining("the setting POLICY_SHA256 pins");
  }

  @Test
  void what_settings_add_is_in_every_text_that_is_loaded() throws Exception {
    Additions additions =
        new Additions(List.of(new Addition("TEAM", "trusted", List.of("111122223333"))));
    text.put("t1", GOOD.replace("monitor-resources", "trusted"));
    PolicyWatch watch = watch(Optional.empty(), additions);
    watch.start(START);
    text.put("t2", GOOD.replace("monitor-resources", "trusten"));
    assertThat(watch.refresh(after(60)))
        .isInstanceOfSatisfying(
            PolicyNews.Rejected.class,
            news ->
                assertThat(news.first())
                    .contains(
                        "The setting TEAM adds to the list 'trusted', and there is no such"
                            + " list."));
  }

  @Test
  void what_is_no_policy_at_all_is_rejected_shortly() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    byte[] huge = new byte[8 * 1024 * 1024 + 1];
    java.util.Arrays.fill(huge, (byte) ' ');
    List<byte[]> bad =
        List.of(
            new byte[0],
            "\n".getBytes(StandardCharsets.UTF_8),
            huge,
            new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0},
            GOOD.substring(0, GOOD.length() / 2).getBytes(StandardCharsets.UTF_8),
            GOOD.substring(0, GOOD.length() - 5).getBytes(StandardCharsets.UTF_8),
            ("rules: [" + "{x: y}, ".repeat(10_000) + "]").getBytes(StandardCharsets.UTF_8),
            ("x".repeat(1_000_000) + ": 1").getBytes(StandardCharsets.UTF_8));
    int second = 0;
    for (byte[] bytes : bad) {
      second += 60;
      text.put("bad" + second, bytes);
      PolicyNews news = watch.refresh(after(second));
      assertThat(news)
          .isInstanceOfSatisfying(
              PolicyNews.Rejected.class,
              told -> {
                assertThat(told.errors()).isPositive();
                assertThat(told.first()).startsWith("ERROR " + NAME).hasSizeBetween(50, 5000);
              });
      assertThat(name(watch)).isEqualTo("first");
    }
  }

  @Test
  void secrets_in_a_broken_text_are_not_told() throws Exception {
    text.put("t1", GOOD);
    PolicyWatch watch = started();
    String token = "FwoGZXIvYXdzEXAMPLE" + "TOKEN0123456789abcdefghij".repeat(6);
    text.put("t2", GOOD.replace("severity: low", "severity: " + token));
    assertThat(watch.refresh(after(60)))
        .isEqualTo(
            new PolicyNews.Rejected(
                NAME,
                "t2",
                1,
                """
                ERROR s3://policies/chime.yaml:6:15: 'REDACTED by Rolecall' is no severity. The \
                words are info, low, medium, high, critical. Fix: Write one of them.
                 |     severity: REDACTED by Rolecall
                 |               ^
                """,
                true));
  }
}
