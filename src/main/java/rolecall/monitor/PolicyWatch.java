package rolecall.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import rolecall.policy.Additions;
import rolecall.policy.CompiledForm;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.PolicyFile;
import rolecall.policy.PolicyText;
import rolecall.policy.UnreadablePolicy;

/**
 * The policy that judges now: the one that ships, or the text that replaces it, asked for again
 * every minute. A text that does not lint never judges; the last good one does. Thread-safe.
 */
public final class PolicyWatch {
  /** How long an answer holds. */
  static final Duration EVERY = Duration.ofSeconds(60);

  private static final Duration MOST_AT_START = Duration.ofSeconds(2);
  private static final Duration MOST_LATER = Duration.ofMillis(250);

  private final Additions additions;
  private final Optional<ReplaceablePolicy> place;

  private volatile Optional<CompiledPolicy> current = Optional.empty();
  private Optional<Instant> asked = Optional.empty();
  private Optional<String> seen = Optional.empty();
  private Optional<PolicyNews.Rejected> rejected = Optional.empty();
  private Optional<GoodPolicy> toNote = Optional.empty();

  private PolicyWatch(Additions additions, Optional<ReplaceablePolicy> place) {
    this.additions = Objects.requireNonNull(additions, "additions is null");
    this.place = place;
  }

  /** Watches nothing: the policy that ships with the program judges. */
  public static PolicyWatch shipped(Additions additions) {
    return new PolicyWatch(additions, Optional.empty());
  }

  /** Watches a text that replaces the policy that ships. */
  public static PolicyWatch of(ReplaceablePolicy place, Additions additions) {
    return new PolicyWatch(additions, Optional.of(place));
  }

  /**
   * The policy to judge by.
   *
   * @throws IllegalStateException before {@link #start}
   */
  public CompiledPolicy current() {
    return current.orElseThrow(() -> new IllegalStateException("start first"));
  }

  /**
   * Gets the first policy. When the text cannot be used, or not be had, its last good version is.
   *
   * @return {@code Loaded}; or {@code Rejected} or {@code Unreachable}, and the last good version
   *     judges
   * @throws NoUsablePolicy when there is none
   */
  public synchronized PolicyNews start(Instant now) throws NoUsablePolicy {
    asked = Optional.of(now);
    return place.isPresent() ? start(place.get(), now) : startShipped();
  }

  private PolicyNews startShipped() throws NoUsablePolicy {
    try {
      CompiledPolicy shipped = CompiledForm.shipped(additions);
      current = Optional.of(shipped);
      return new PolicyNews.Loaded(shipped.stamp(), Optional.empty());
    } catch (UnreadablePolicy unreadable) {
      throw new NoUsablePolicy(unreadable.getMessage());
    }
  }

  private PolicyNews start(ReplaceablePolicy from, Instant now) throws NoUsablePolicy {
    PolicyNews news =
        switch (from.text().fetch(Optional.empty())) {
          case PolicyText.Fetched.Text text -> take(from, text, now, MOST_AT_START);
          case PolicyText.Fetched.Unchanged _ ->
              new PolicyNews.Unreachable(
                  from.text().name()
                      + " answered that it is unchanged, and nothing was known of it.");
          case PolicyText.Fetched.Unreachable(String why) -> new PolicyNews.Unreachable(why);
        };
    switch (news) {
      case PolicyNews.Rejected refused ->
          useLastGood(
              from,
              "The policy %s cannot be used (errors: %d).%n%s"
                  .formatted(refused.text(), refused.errors(), refused.first()));
      case PolicyNews.Unreachable(String why) ->
          seen = Optional.of(useLastGood(from, "The policy cannot be had: " + why).tag());
      case PolicyNews.Loaded _, PolicyNews.Unchanged _, PolicyNews.NotDue _ -> {}
    }
    return news;
  }

  private GoodPolicy useLastGood(ReplaceablePolicy from, String reason) throws NoUsablePolicy {
    LastGoodPolicy last = LastGoodPolicy.find(from, additions, reason, MOST_AT_START);
    current = Optional.of(last.policy());
    return last.good();
  }

  /**
   * Asks for the text again when a minute has passed since the last time. To be called once for
   * each invocation.
   */
  public synchronized PolicyNews refresh(Instant now) {
    if (place.isEmpty() || !isDue(now)) {
      return new PolicyNews.NotDue();
    }
    asked = Optional.of(now);
    return switch (place.get().text().fetch(seen)) {
      case PolicyText.Fetched.Text text when seen.filter(text.tag()::equals).isEmpty() ->
          take(place.get(), text, now, MOST_LATER);
      case PolicyText.Fetched.Text _, PolicyText.Fetched.Unchanged _ -> unchanged(now);
      case PolicyText.Fetched.Unreachable(String why) -> new PolicyNews.Unreachable(why);
    };
  }

  /** Makes the next {@link #refresh} ask: the process was asleep, nobody knows for how long. */
  public synchronized void restored() {
    asked = Optional.empty();
  }

  private boolean isDue(Instant now) {
    return asked.isEmpty() || now.isBefore(asked.get()) || !now.isBefore(asked.get().plus(EVERY));
  }

  private PolicyNews unchanged(Instant now) {
    if (rejected.isPresent()) {
      return rejected.get();
    }
    noteGood(now, MOST_LATER);
    return new PolicyNews.Unchanged();
  }

  /** Judges by that text from now on, if it can be used. */
  private PolicyNews take(
      ReplaceablePolicy from, PolicyText.Fetched.Text text, Instant now, Duration most) {
    seen = Optional.of(text.tag());
    return switch (from.read(text.bytes(), additions)) {
      case PolicyFile.Outcome.Usable(CompiledPolicy policy) -> {
        current = Optional.of(policy);
        rejected = Optional.empty();
        toNote = Optional.of(new GoodPolicy(text.tag(), text.version(), policy.stamp().sha256()));
        yield new PolicyNews.Loaded(policy.stamp(), noteGood(now, most));
      }
      case PolicyFile.Outcome.Refused(int errors, String first) -> {
        String name = from.text().name();
        rejected = Optional.of(new PolicyNews.Rejected(name, text.tag(), errors, first, false));
        yield new PolicyNews.Rejected(name, text.tag(), errors, first, true);
      }
    };
  }

  /** Tells the store which version is good, if it does not know yet; gives why not. */
  private Optional<String> noteGood(Instant now, Duration most) {
    Optional<String> why =
        toNote.flatMap(good -> place.flatMap(from -> from.goodOnes().note(good, now, most)));
    if (why.isEmpty()) {
      toNote = Optional.empty();
    }
    return why;
  }
}
