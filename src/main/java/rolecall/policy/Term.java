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
  /** What the policy calls it: {@code max-session}. */
  String name();

  /** The breach, in words that name both values; empty when the term is kept. */
  Optional<String> breach(Facts facts);

  /** A breach in words. */
  private static Optional<String> broken(String name, String wanted, String found) {
    return Optional.of(name + ": wanted " + wanted + ", found " + found);
  }

  /** A second factor must stand behind the call. A console switch does not record it. */
  record Mfa() implements Term {
    @Override
    public String name() {
      return "mfa";
    }

    @Override
    public Optional<String> breach(Facts facts) {
      return facts.caller().mfa() || isSwitch(facts)
          ? Optional.empty()
          : broken(name(), "true", "false");
    }
  }

  /** The credentials must not live longer. */
  record MaxSession(Duration longest) implements Term {
    @Override
    public String name() {
      return "max-session";
    }

    @Override
    public Optional<String> breach(Facts facts) {
      OptionalLong seconds = facts.value("session.duration").wholeNumber();
      return seconds.isEmpty() || seconds.getAsLong() <= longest.toSeconds()
          ? Optional.empty()
          : broken(
              name(),
              "at most " + Durations.write(longest),
              Durations.write(Duration.ofSeconds(seconds.getAsLong())));
    }
  }

  /** A text must be one of several. */
  record OneOf(String name, List<String> paths, TextSet wanted, Entries entries, boolean inSwitch)
      implements Term {
    @Override
    public Optional<String> breach(Facts facts) {
      if (isSwitch(facts) && !inSwitch) {
        return Optional.empty();
      }
      Optional<String> found =
          paths.stream().flatMap(path -> facts.text(path).stream()).findFirst();
      return found.filter(entries::contains).isPresent()
          ? Optional.empty()
          : broken(name, wanted.words(), found.map(f -> "\"" + f + "\"").orElse("nothing"));
    }
  }

  /** A SAML or web identity must be one of these people or workloads. */
  record Subjects(TextSet wanted, Entries entries) implements Term {
    @Override
    public String name() {
      return "subjects";
    }

    @Override
    public Optional<String> breach(Facts facts) {
      CallerKind kind = facts.caller().kind();
      Optional<String> found =
          kind == CallerKind.SAML || kind == CallerKind.WEB_IDENTITY
              ? facts.caller().name()
              : Optional.empty();
      return found.filter(entries::contains).isPresent()
          ? Optional.empty()
          : broken(name(), wanted.words(), found.map(f -> "\"" + f + "\"").orElse("nothing"));
    }
  }

  /** So many roles may stand before this one in the chain of sessions. */
  record MaxChain(int longest) implements Term {
    @Override
    public String name() {
      return "max-chain";
    }

    @Override
    public Optional<String> breach(Facts facts) {
      return facts.caller().kind() == CallerKind.ROLE_SESSION && longest < 1
          ? broken(name(), "no role session before it", "a session of a role")
          : Optional.empty();
    }
  }

  private static boolean isSwitch(Facts facts) {
    return facts.text("assumption").filter("SwitchRole"::equals).isPresent();
  }
}
