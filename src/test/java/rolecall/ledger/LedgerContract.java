package rolecall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.ledger.Findings.MORNING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.Severity;

/** What is told once, on whatever store. */
public abstract class LedgerContract {
  protected static final Duration HELD = Duration.ofMinutes(2);
  protected static final Duration MOST = Duration.ofSeconds(20);

  private static final Claim TOLD = new Claim.AlreadyTold();
  private static final Claim REPEAT = new Claim.Repeat();
  private static final Claim ELSEWHERE = new Claim.HeldByAnother();

  protected final SetClock clock = new SetClock();
  private Store store;
  private Ledger ledger;

  /** An empty store. */
  protected abstract Store empty();

  @BeforeEach
  void begin() {
    store = empty();
    ledger = new Ledger(store, clock, () -> UUID.randomUUID().toString());
  }

  @Test
  void a_finding_is_told_once_however_often_its_event_arrives() {
    tell(Findings.of("e1"));

    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
    clock.pass(Duration.ofDays(29));
    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
  }

  @Test
  void each_rule_of_an_event_is_told() {
    tell(Findings.of("e1").rule("rule-a"));
    tell(Findings.of("e1").rule("rule-b"));
  }

  @Test
  void what_a_worker_holds_nobody_else_tells() {
    Token token = hold(Findings.of("e1"));

    assertThat(claim(Findings.of("e1"))).isEqualTo(ELSEWHERE);
    confirm(token);
    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
  }

  @Test
  void what_could_not_go_out_anybody_may_tell() {
    release(hold(Findings.of("e1")));

    tell(Findings.of("e1"));
  }

  @Test
  void the_claim_of_a_worker_that_died_runs_out() {
    hold(Findings.of("e1"));
    clock.pass(HELD.minusMillis(1));
    assertThat(claim(Findings.of("e1"))).isEqualTo(ELSEWHERE);

    clock.pass(Duration.ofMillis(1));

    tell(Findings.of("e1"));
    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
  }

  @Test
  void a_worker_that_was_only_slow_destroys_nothing_of_the_one_that_took_over() {
    Findings finding = Findings.of("e1").quiet(Duration.ZERO);
    Token slow = hold(finding);
    clock.pass(HELD);
    Token second = hold(finding);

    release(slow);
    assertThat(claim(finding)).isEqualTo(ELSEWHERE);
    confirm(slow);
    assertThat(claim(finding)).isEqualTo(ELSEWHERE);
    release(second);

    tell(finding);
  }

  @Test
  void what_a_slow_worker_told_opens_its_window_even_if_another_took_over() {
    Token slow = hold(Findings.of("e1"));
    clock.pass(HELD);
    Token second = hold(Findings.of("e1"));
    confirm(slow);
    release(second);

    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
    assertThat(claim(Findings.of("e2").at(1))).isEqualTo(REPEAT);
  }

  @Test
  void a_worker_that_was_only_slow_still_says_that_it_told() {
    Token slow = hold(Findings.of("e1"));
    clock.pass(HELD.multipliedBy(2));

    confirm(slow);

    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
    assertThat(claim(Findings.of("e2").at(10))).isEqualTo(REPEAT);
  }

  @Test
  void after_thirty_days_nothing_is_known_even_if_the_store_still_has_it() {
    tell(Findings.of("e1"));
    clock.pass(Duration.ofDays(30).plusSeconds(1));

    tell(Findings.of("e1"));
    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
  }

  @Test
  void confirming_or_releasing_twice_changes_nothing() {
    Token token = hold(Findings.of("e1"));
    confirm(token);
    confirm(token);
    release(token);

    assertThat(claim(Findings.of("e1"))).isEqualTo(TOLD);
    assertThat(claim(Findings.of("e2").at(1))).isEqualTo(REPEAT);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 59, -1, -59})
  void inside_the_window_of_a_finding_that_was_told_another_is_only_counted(long minutes) {
    tell(Findings.of("e1"));

    assertThat(claim(Findings.of("e2").at(minutes))).isEqualTo(REPEAT);
    assertThat(claim(Findings.of("e2").at(minutes))).isEqualTo(TOLD);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 61, -60})
  void at_exactly_sixty_minutes_the_window_is_over(long minutes) {
    tell(Findings.of("e1"));

    tell(Findings.of("e2").at(minutes));
  }

  @Test
  void a_repeat_does_not_prolong_the_window() {
    tell(Findings.of("e1"));
    assertThat(claim(Findings.of("e2").at(59))).isEqualTo(REPEAT);

    tell(Findings.of("e3").at(60));
  }

  @Test
  void another_rule_actor_or_target_is_never_silenced() {
    tell(Findings.of("e1"));

    tell(Findings.of("e2").rule("rule-b"));
    tell(Findings.of("e3").by("erin"));
    tell(Findings.of("e4").on("Admin"));
    tell(Findings.of("e5").by("danaO").on("ps"));
    tell(Findings.of("e6").by("").on("danaOps"));
    tell(Findings.of("e7").by("\ud83d"));
    tell(Findings.of("e8").by("\ud83e"));
  }

  @Test
  void very_long_actors_are_told_apart_by_their_ends() {
    String actor = "x".repeat(100_000);
    tell(Findings.of("e1").by(actor + "1"));

    tell(Findings.of("e2").by(actor + "2"));
    assertThat(claim(Findings.of("e3").by(actor + "1"))).isEqualTo(REPEAT);
  }

  @Test
  void a_finding_with_no_window_neither_opens_nor_meets_one() {
    tell(Findings.of("e1").quiet(Duration.ZERO));
    tell(Findings.of("e2"));
    tell(Findings.of("e3").quiet(Duration.ZERO));
  }

  @Test
  void a_finding_with_no_time_neither_opens_nor_meets_a_window() {
    tell(Findings.of("e1").withoutTime());
    tell(Findings.of("e2"));
    tell(Findings.of("e3").withoutTime());
    assertThat(claim(Findings.of("e3").withoutTime())).isEqualTo(TOLD);
  }

  @Test
  void while_a_first_finding_is_not_out_the_next_waits_and_keeps_no_claim() {
    Token first = hold(Findings.of("e1"));

    assertThat(claim(Findings.of("e2").at(10))).isEqualTo(ELSEWHERE);
    release(first);

    tell(Findings.of("e2").at(10));
    assertThat(claim(Findings.of("e1"))).isEqualTo(REPEAT);
  }

  @Test
  void a_first_finding_whose_worker_died_silences_nobody() {
    hold(Findings.of("e1"));
    clock.pass(HELD);

    tell(Findings.of("e2").at(10));
    assertThat(claim(Findings.of("e1"))).isEqualTo(REPEAT);
  }

  @Test
  void the_next_finding_tells_what_was_only_counted() {
    tell(Findings.of("e1"));
    assertThat(claim(Findings.of("e2").at(10))).isEqualTo(REPEAT);
    assertThat(claim(Findings.of("e3").at(20))).isEqualTo(REPEAT);
    assertThat(claim(Findings.of("e3").at(20))).isEqualTo(TOLD);

    Claim.Held next = held(claim(Findings.of("e4").at(70)));
    assertThat(next.before()).contains(new Claim.Counted(2, MORNING));
    confirm(next.token());

    assertThat(held(claim(Findings.of("e5").at(140))).before()).isEmpty();
  }

  @Test
  void a_count_that_could_not_go_out_is_told_by_the_next_finding() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    release(hold(Findings.of("e3").at(70)));

    assertThat(held(claim(Findings.of("e4").at(80))).before())
        .contains(new Claim.Counted(1, MORNING));
  }

  @Test
  void a_count_that_a_worker_carried_when_it_died_is_told_by_the_next_finding() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    hold(Findings.of("e3").at(70));
    assertThat(held(claim(Findings.of("e4").at(200))).before()).isEmpty();
    clock.pass(HELD);

    assertThat(held(claim(Findings.of("e5").at(300))).before())
        .contains(new Claim.Counted(1, MORNING));
  }

  @Test
  void counts_of_several_windows_are_told_together_and_only_of_those_that_are_over() {
    tell(Findings.of("e1"));
    tell(Findings.of("e2").at(60));
    tell(Findings.of("e3").at(120));
    claim(Findings.of("e4").at(10));
    claim(Findings.of("e5").at(70));
    claim(Findings.of("e6").at(71));
    claim(Findings.of("e7").at(179));

    assertThat(held(claim(Findings.of("e8").at(-200))).before()).isEmpty();
    Claim.Held next = held(claim(Findings.of("e9").at(180)));
    assertThat(next.before()).contains(new Claim.Counted(4, MORNING));
  }

  @Test
  void a_repeat_that_comes_late_is_told_apart_from_those_told_before() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    tell(Findings.of("e3").at(70));
    assertThat(claim(Findings.of("e4").at(5))).isEqualTo(REPEAT);

    assertThat(held(claim(Findings.of("e5").at(140))).before())
        .contains(new Claim.Counted(1, MORNING));
  }

  @Test
  void a_count_is_told_even_if_nothing_of_the_kind_happens_again() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    claim(Findings.of("e3").at(20));

    assertThat(openCounts(59)).isEmpty();
    OpenCount count = openCounts(60).getFirst();
    assertThat(count)
        .isEqualTo(
            new OpenCount(
                "rule-a",
                Severity.MEDIUM,
                "category",
                "dana",
                "Ops",
                Optional.of("111122223333"),
                Optional.of("us-east-1"),
                Optional.of("Ops"),
                MORNING,
                MORNING.plus(Duration.ofHours(1)),
                count.window(),
                "e1"));

    OpenCount.Telling.Held telling = heldCount(count);
    assertThat(telling.repeats()).isEqualTo(2);
    assertThat(telling.last()).isEqualTo(MORNING.plus(Duration.ofMinutes(20)));
    assertThat(claimCount(count)).isEqualTo(new OpenCount.Telling.Nothing());
    assertThat(held(claim(Findings.of("e4").at(70))).before()).isEmpty();
    assertThat(ledger.confirmCount(telling, MOST)).isEmpty();

    assertThat(openCounts(60)).isEmpty();
    assertThat(claimCount(count)).isEqualTo(new OpenCount.Telling.Nothing());
    assertThat(held(claim(Findings.of("e5").at(200))).before()).isEmpty();
  }

  @Test
  void a_count_that_was_released_or_whose_worker_died_is_told_later() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    OpenCount count = openCounts(60).getFirst();

    assertThat(ledger.releaseCount(heldCount(count), MOST)).isEmpty();
    heldCount(count);
    clock.pass(HELD);

    assertThat(heldCount(count).repeats()).isEqualTo(1);
  }

  @Test
  void a_count_that_the_next_finding_told_is_not_told_again() {
    tell(Findings.of("e1"));
    claim(Findings.of("e2").at(10));
    tell(Findings.of("e3").at(70));

    OpenCount count = openCounts(60).getFirst();
    assertThat(claimCount(count)).isEqualTo(new OpenCount.Telling.Nothing());
    assertThat(openCounts(60)).isEmpty();

    claim(Findings.of("e4").at(20));
    assertThat(heldCount(openCounts(60).getFirst()).repeats()).isEqualTo(1);
  }

  @Test
  void another_rule_told_from_another_copy_of_the_event_is_named() {
    Findings caller = Findings.of("shared").copy("e1", "111122223333");
    Findings callee = caller.copy("e2", "444455556666").rule("rule-b");
    tell(caller);

    Claim.Held second = held(claim(callee));

    assertThat(second.follows()).contains(new Claim.Earlier("e1", Optional.of("111122223333")));
  }

  @Test
  void the_first_of_several_alerts_is_named() {
    Findings first = Findings.of("shared").copy("e2", "444455556666");
    tell(first.rule("rule-b"));
    clock.pass(Duration.ofSeconds(1));
    tell(first.copy("e3", "111122223333"));

    assertThat(held(claim(first.copy("e1", "111122223333").rule("rule-c"))).follows())
        .contains(new Claim.Earlier("e2", Optional.of("444455556666")));
  }

  @Test
  void an_alert_of_the_same_copy_is_not_named() {
    Findings copy = Findings.of("shared").copy("e1", "111122223333");
    tell(copy);

    assertThat(held(claim(copy.rule("rule-b"))).follows()).isEmpty();
  }

  @Test
  void a_rule_that_is_not_told_yet_or_was_only_counted_is_not_named() {
    Findings caller = Findings.of("shared").copy("e1", "111122223333");
    tell(Findings.of("e0"));
    assertThat(claim(caller.at(1))).isEqualTo(REPEAT);
    hold(caller.rule("rule-b"));

    assertThat(held(claim(caller.copy("e2", "444455556666").rule("rule-c"))).follows()).isEmpty();
  }

  @Test
  void both_copies_of_an_event_are_one_for_each_rule() {
    tell(Findings.of("shared").copy("e1", "111122223333").by("111122223333"));

    assertThat(claim(Findings.of("shared").copy("e2", "444455556666"))).isEqualTo(TOLD);
  }

  @Test
  void the_callers_own_copy_is_known_once_it_is_noted() {
    String event = "e1".repeat(1000);
    assertThat(ledger.callerOf(event, MOST)).isEqualTo(new CallerNote.Unknown());

    assertThat(ledger.noteCaller(event, "dana", MOST)).isEmpty();
    assertThat(ledger.noteCaller(event, "erin", MOST)).isEmpty();

    assertThat(ledger.callerOf(event, MOST)).isEqualTo(new CallerNote.Noted("dana"));
    assertThat(ledger.callerOf("e2", MOST)).isEqualTo(new CallerNote.Unknown());
    tell(Findings.of(event));
    clock.pass(Duration.ofDays(31));
    assertThat(ledger.callerOf(event, MOST)).isEqualTo(new CallerNote.Unknown());
  }

  @Test
  void the_actor_of_a_note_is_the_same_actor_even_when_it_is_cut() {
    String actor = "x".repeat(2000);
    ledger.noteCaller("e1", actor, MOST);
    tell(Findings.of("e2").by(actor));

    if (!(ledger.callerOf("e1", MOST) instanceof CallerNote.Noted(String noted))) {
      throw new AssertionError("not noted");
    }

    assertThat(noted).hasSizeLessThanOrEqualTo(512);
    assertThat(claim(Findings.of("e1").by(noted).at(1))).isEqualTo(REPEAT);
  }

  @Test
  void of_many_workers_with_one_event_one_tells_it() throws Exception {
    List<Claim> claims = Race.of(16, _ -> () -> claim(Findings.of("e1")));

    assertThat(claims).filteredOn(Claim.Held.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(ELSEWHERE::equals).hasSize(15);
  }

  @Test
  void of_many_workers_with_events_of_one_window_one_tells_its_own() throws Exception {
    List<Claim> claims = Race.of(16, i -> () -> claim(Findings.of("e" + i).at(i)));

    assertThat(claims).filteredOn(Claim.Held.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(ELSEWHERE::equals).hasSize(15);
  }

  @Test
  void many_workers_count_every_repeat_once() throws Exception {
    tell(Findings.of("first"));

    Race.of(
        8,
        i ->
            () -> {
              Claim claim = claim(Findings.of("e" + i).at(i));
              while (claim.equals(ELSEWHERE)) {
                claim = claim(Findings.of("e" + i).at(i));
              }
              return claim;
            });

    assertThat(held(claim(Findings.of("next").at(60))).before())
        .contains(new Claim.Counted(8, MORNING));
  }

  private List<OpenCount> openCounts(long minutes) {
    OpenCount.Listed listed = ledger.openCounts(MORNING.plusSeconds(60 * minutes), MOST);
    assertThat(listed).isInstanceOf(OpenCount.Listed.All.class);
    return ((OpenCount.Listed.All) listed).counts();
  }

  private OpenCount.Telling claimCount(OpenCount count) {
    return ledger.claimCount(count, HELD, MOST);
  }

  private OpenCount.Telling.Held heldCount(OpenCount count) {
    OpenCount.Telling telling = claimCount(count);
    assertThat(telling).isInstanceOf(OpenCount.Telling.Held.class);
    return (OpenCount.Telling.Held) telling;
  }

  protected final Claim claim(Findings finding) {
    return ledger.claim(finding.made(), HELD, MOST);
  }

  protected final Token hold(Findings finding) {
    return held(claim(finding)).token();
  }

  protected final void tell(Findings finding) {
    confirm(hold(finding));
  }

  protected final void confirm(Token token) {
    assertThat(ledger.confirm(token, MOST)).isEmpty();
  }

  protected final void release(Token token) {
    assertThat(ledger.release(token, MOST)).isEmpty();
  }

  protected static Claim.Held held(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Held.class);
    return (Claim.Held) claim;
  }
}
