package rolecall.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.BrokenRule;
import rolecall.pattern.Pattern;
import rolecall.pattern.Truth;
import rolecall.record.Facts;

/**
 * Why a policy judges one record as it does: which clauses held, which did not, and with which
 * values. Quotes texts of the caller's choice. Immutable.
 *
 * @param verdict what came of it, as half a sentence: {@code allowed: every rule is content}
 * @param rules every rule that reads such an event, in the order of the policy
 * @param grants those that are about the role taken or about the caller
 */
public record Explanation(
    Happening happening, String verdict, List<OfRule> rules, List<OfGrant> grants) {
  public Explanation {
    Objects.requireNonNull(happening, "happening is null");
    Objects.requireNonNull(verdict, "verdict is null");
    rules = List.copyOf(rules);
    grants = List.copyOf(grants);
  }

  /** Whether something is so. */
  public enum Held {
    /** It is. */
    HELD("held"),
    /** It is not. */
    NOT_HELD("did not hold"),
    /** The record does not tell. */
    NOT_KNOWN("not known");

    private final String word;

    Held(String word) {
      this.word = word;
    }

    /** As people read it: {@code did not hold}. */
    public String word() {
      return word;
    }

    static Held of(Truth truth) {
      return switch (truth) {
        case YES -> HELD;
        case NO -> NOT_HELD;
        case UNKNOWN -> NOT_KNOWN;
      };
    }
  }

  /** What a rule says of the record. */
  public enum Outcome {
    /** It is broken. */
    FIRES,
    /** It is not broken. */
    CONTENT,
    /** It is broken, and an exception excuses it. */
    EXCUSED,
    /** The record does not tell. */
    CANNOT_TELL
  }

  /**
   * One condition on one field.
   *
   * @param path dotted: {@code role.watched}
   * @param wanted what would satisfy it, in words
   * @param found what stood there, as harmless JSON, or in words
   */
  public record Clause(Held held, String path, String wanted, String found) {
    public Clause {
      Objects.requireNonNull(held, "held is null");
      Objects.requireNonNull(path, "path is null");
      Objects.requireNonNull(wanted, "wanted is null");
      Objects.requireNonNull(found, "found is null");
    }

    /** {@code outcome: wanted "success", found "denied"}. */
    public String words() {
      return path + ": wanted " + wanted + ", found " + found;
    }
  }

  /**
   * One pattern of a rule.
   *
   * @param name {@code when}, {@code unless 1}, {@code escalate high}
   * @param held whether the whole pattern matched; it may not, though every clause held, when they
   *     held in different objects of one array
   */
  public record Part(String name, Held held, List<Clause> clauses) {
    public Part {
      Objects.requireNonNull(name, "name is null");
      Objects.requireNonNull(held, "held is null");
      clauses = List.copyOf(clauses);
    }

    static Part of(String name, Pattern pattern, Facts facts) {
      return new Part(
          name,
          Held.of(pattern.test(facts.document(), facts::unknown)),
          pattern.explain(facts.document(), facts::unknown).stream()
              .map(c -> new Clause(Held.of(c.held()), c.path(), c.wanted(), c.found()))
              .toList());
    }
  }

  /**
   * One rule.
   *
   * @param about with the severity that a finding of it has
   * @param reason what an alert says; empty unless it fires
   * @param excusedBy names of exceptions; none unless it is excused
   * @param parts its patterns; none for the rule {@code not-judged}
   */
  public record OfRule(
      BrokenRule about,
      Outcome outcome,
      Optional<String> reason,
      List<String> excusedBy,
      List<Part> parts) {
    public OfRule {
      Objects.requireNonNull(about, "about is null");
      Objects.requireNonNull(outcome, "outcome is null");
      Objects.requireNonNull(reason, "reason is null");
      excusedBy = List.copyOf(excusedBy);
      parts = List.copyOf(parts);
    }

    /** {@code fires}, {@code is content}, {@code is excused by migration}, {@code cannot tell}. */
    public String word() {
      return switch (outcome) {
        case FIRES -> "fires";
        case CONTENT -> "is content";
        case EXCUSED -> "is excused by " + String.join(" and ", excusedBy);
        case CANNOT_TELL -> "cannot tell";
      };
    }

    /** What decided, in one line: the clauses that did not hold, or the one that excused. */
    public String why() {
      return DecidingClauses.of(this);
    }
  }

  /**
   * One grant.
   *
   * @param role whether it is about the role that is taken
   * @param caller whether it is about the caller
   * @param terms its terms; none unless it is about both
   */
  public record OfGrant(String name, boolean role, boolean caller, List<WeighedTerm> terms) {
    public OfGrant {
      Objects.requireNonNull(name, "name is null");
      terms = List.copyOf(terms);
    }

    /** Half a sentence: {@code matches, and its terms are kept}. */
    public String word() {
      if (!role) {
        return "is about this caller, but not about this role";
      }
      if (!caller) {
        return "is about this role, but not about this caller";
      }
      return terms.stream().allMatch(WeighedTerm::kept)
          ? "matches, and its terms are kept"
          : "matches, and its terms are broken";
    }

    /** The same with every broken term, or every term when none is broken, in one line. */
    String why() {
      boolean kept = terms.stream().allMatch(WeighedTerm::kept);
      List<String> words =
          terms.stream().filter(t -> kept || !t.kept()).map(WeighedTerm::words).toList();
      return "the grant " + word() + (words.isEmpty() ? "" : ": " + String.join("; ", words));
    }
  }

  /** What a rule of that id says; empty when it does not read such an event. */
  public Optional<OfRule> rule(String id) {
    return rules.stream().filter(rule -> rule.about().id().equals(id)).findFirst();
  }

  /** The whole for people, line by line; texts of the caller's choice are not yet harmless. */
  public List<String> lines() {
    return ExplanationText.lines(this);
  }

  /** What decided for that rule, line by line; nothing when it does not read such an event. */
  public List<String> lines(String ruleId) {
    return rule(ruleId).map(rule -> ExplanationText.lines(rule, grants)).orElse(List.of());
  }
}
