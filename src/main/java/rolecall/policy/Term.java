package rolecall.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rolecall.pattern.Entries;
import rolecall.record.CallerKind;
import rolecall.record.Facts;

/** One condition of a grant. */
sealed interface Term {
  /** What a record of a console switch has of most terms. */
  String NOT_RECORDED = "not recorded by a console switch";

  /** What the policy calls it: {@code max-session}. */
  String name();

  /** What it wants and what there is. */
  WeighedTerm weigh(Facts facts);

  /** The breach, in words that name both values; empty when the term is kept. */
  default Optional<String> breach(Facts facts) {
    WeighedTerm weighed = weigh(facts);
    return weighed.kept() ? Optional.empty() : Optional.of(weighed.words());
  }

  /** A second factor must stand behind the call. A console switch does not record it. */
  record Mfa() implements Term {
    @Override
    public String name() {
      return "mfa";
    }

    @Override
    public WeighedTerm weigh(Facts facts) {
      boolean mfa = facts.caller().mfa();
      return !mfa && isSwitch(facts)
          ? new WeighedTerm(name(), true, "true", NOT_RECORDED)
          : new WeighedTerm(name(), mfa, "true", Boolean.toString(mfa));
    }
  }

  /** The credentials must not live longer. */
  record MaxSession(Duration longest) implements Term {
    @Override
    public String name() {
      return "max-session";
    }

    @Override
    public WeighedTerm weigh(Facts facts) {
      OptionalLong seconds = facts.value("session.duration").wholeNumber();
      return new WeighedTerm(
          name(),
          seconds.isEmpty() || seconds.getAsLong() <= longest.toSeconds(),
          "at most " + Durations.write(longest),
          seconds.isEmpty()
              ? "no length"
              : Durations.write(Duration.ofSeconds(seconds.getAsLong())));
    }
  }

  /** A text must be one of several. */
  record OneOf(String name, List<String> paths, TextSet wanted, Entries entries, boolean inSwitch)
      implements Term {
    @Override
    public WeighedTerm weigh(Facts facts) {
      if (isSwitch(facts) && !inSwitch) {
        return new WeighedTerm(name, true, wanted.words(), NOT_RECORDED);
      }
      return compared(
          name,
          wanted,
          entries,
          paths.stream().flatMap(path -> facts.text(path).stream()).findFirst());
    }
  }

  /** A SAML or web identity must be one of these people or workloads. */
  record Subjects(TextSet wanted, Entries entries) implements Term {
    @Override
    public String name() {
      return "subjects";
    }

    @Override
    public WeighedTerm weigh(Facts facts) {
      CallerKind kind = facts.caller().kind();
      Optional<String> found =
          kind == CallerKind.SAML || kind == CallerKind.WEB_IDENTITY
              ? facts.caller().name()
              : Optional.empty();
      return compared(name(), wanted, entries, found);
    }
  }

  /** So many roles may stand before this one in the chain of sessions. */
  record MaxChain(int longest) implements Term {
    @Override
    public String name() {
      return "max-chain";
    }

    @Override
    public WeighedTerm weigh(Facts facts) {
      boolean chained = facts.caller().kind() == CallerKind.ROLE_SESSION;
      return new WeighedTerm(
          name(),
          !chained || longest > 0,
          longest > 0 ? "at most " + longest + " before it" : "no role session before it",
          chained ? "a session of a role" : "none");
    }
  }

  private static WeighedTerm compared(
      String name, TextSet wanted, Entries entries, Optional<String> found) {
    return new WeighedTerm(
        name,
        found.filter(entries::contains).isPresent(),
        wanted.words(),
        found.map(f -> "\"" + f + "\"").orElse("nothing"));
  }

  private static boolean isSwitch(Facts facts) {
    return facts.text("assumption").filter("SwitchRole"::equals).isPresent();
  }
}
