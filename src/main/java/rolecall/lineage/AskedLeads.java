package rolecall.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the record before another one, and asks for it where none at hand is it. For one chain. */
final class AskedLeads implements Leads {
  private static final Pattern TEMPORARY = Pattern.compile("ASIA[A-Z0-9]{12,124}");

  private final Heard heard;
  private final Answered answered;
  private final Inquiry inquiry;
  private final Allowance allowance;
  private final Shelf shelf = new Shelf();
  private boolean open;

  AskedLeads(Heard heard, Answered answered, Inquiry inquiry, Allowance allowance) {
    this.heard = Objects.requireNonNull(heard, "heard is null");
    this.answered = Objects.requireNonNull(answered, "answered is null");
    this.inquiry = Objects.requireNonNull(inquiry, "inquiry is null");
    this.allowance = Objects.requireNonNull(allowance, "allowance is null");
  }

  /** Whether a record that was not found may be found later. */
  boolean open() {
    return open;
  }

  @Override
  public Match issuer(String key, Step use) {
    shelf.putAll(heard.naming(key));
    if (!TEMPORARY.matcher(key).matches()) {
      return new Match.None(key + " is not the key of a session, so no record issued it");
    }
    return find(
        key,
        use,
        on -> {
          List<Step> claims = on.issuers(key);
          return claims.isEmpty() ? Optional.empty() : Optional.of(Claims.issuer(claims, key, use));
        });
  }

  @Override
  public Optional<Match> handOut(Step step) {
    List<String> keys = Leads.made(step);
    keys.forEach(key -> shelf.putAll(heard.naming(key)));
    List<Step> claims = shelf.handOuts(keys);
    return claims.isEmpty() ? Optional.empty() : Optional.of(Claims.handOut(claims, step));
  }

  @Override
  public Match callersCopy(Step copy) {
    if (copy.shared().isEmpty()) {
      return new Match.None(Leads.elsewhere(copy));
    }
    String id = copy.shared().get();
    shelf.putAll(heard.sharing(id));
    Function<Shelf, Optional<Match>> claimed =
        on -> {
          List<Step> claims = on.sharing(id);
          return claims.isEmpty()
              ? Optional.empty()
              : Optional.of(Claims.callersCopy(claims, copy));
        };
    Optional<String> key = Leads.made(copy).stream().findFirst();
    // The caller's copy names the same key, and is where the caller is at home.
    return key.isPresent()
            && inquiry.account().isPresent()
            && inquiry.account().equals(copy.caller().account())
        ? find(key.get(), copy, claimed)
        : claimed.apply(shelf).orElseGet(() -> new Match.None(Leads.elsewhere(copy)));
  }

  /**
   * What a shelf tells, this one or one with more records.
   *
   * @param claimed empty when no record of the shelf claims to be it
   */
  private Match find(String key, Step use, Function<Shelf, Optional<Match>> claimed) {
    Question question =
        new Question(
            key,
            use,
            more -> claimed.apply(with(key, use, more)).filter(AskedLeads::one).isPresent());
    String why = isSettled(question) ? "" : ask(question);
    return claimed.apply(shelf).orElseGet(() -> new Match.None(why));
  }

  private static boolean one(Match match) {
    return match instanceof Match.One;
  }

  private static boolean isSettled(Question question) {
    return question.isSettledBy(List.of());
  }

  /** Those on the shelf that could matter, and more. */
  private Shelf with(String key, Step use, Collection<Step> more) {
    Shelf all = new Shelf();
    all.putAll(shelf.naming(key));
    use.shared().ifPresent(id -> all.putAll(shelf.sharing(id)));
    all.putAll(more);
    return all;
  }

  /** Puts what is found on the shelf; else says why nothing is. */
  private String ask(Question question) {
    String key = question.key();
    shelf.putAll(answered.found(key));
    if (isSettled(question)) {
      return "";
    }
    Optional<Answered.Missing> before = answered.missing(key);
    if (before.isPresent()) {
      shelf.putAll(before.get().steps());
      open |= before.get().outlook() != Inquiry.Outlook.FINAL;
      return before.get().why();
    }
    if (allowance.left().isZero()) {
      open = true;
      return "no time was left to ask for the record that issued " + key;
    }
    return switch (inquiry.ask(question, allowance)) {
      case Inquiry.Answer.Settled(var records) -> {
        List<Step> steps = Question.steps(records);
        answered.found(key, steps);
        shelf.putAll(steps);
        yield "";
      }
      case Inquiry.Answer.Unsettled(var records, String why, Inquiry.Outlook outlook) -> {
        List<Step> steps = Question.steps(records);
        shelf.putAll(steps);
        open |= outlook != Inquiry.Outlook.FINAL;
        if (outlook != Inquiry.Outlook.HELD_UP) {
          answered.missing(key, steps, why, outlook);
        }
        yield why;
      }
    };
  }
}
