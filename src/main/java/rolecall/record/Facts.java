package rolecall.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record together with what follows from it.
 *
 * @param record the record itself
 * @param document what patterns read: the record's own members and beside them the facts, {@code
 *     outcome}, {@code caller}, {@code role}, {@code session} and so on; no name is both
 * @param caller who called
 * @param role the role concerned; empty when there is none or it cannot be known
 * @param doubts what could not be understood
 */
public record Facts(
    TrailRecord record,
    Json.Obj document,
    Outcome outcome,
    CallerFacts caller,
    Optional<RoleFacts> role,
    List<Doubt> doubts) {
  public Facts {
    Objects.requireNonNull(record, "record is null");
    Objects.requireNonNull(document, "document is null");
    Objects.requireNonNull(outcome, "outcome is null");
    Objects.requireNonNull(caller, "caller is null");
    Objects.requireNonNull(role, "role is null");
    doubts = List.copyOf(doubts);
  }

  /**
   * The facts of a record.
   *
   * @param known tells the roles of which a record gives no more than a name
   */
  public static Facts of(TrailRecord record, KnownRoles known) {
    Outcome outcome = Outcome.of(record);
    CallerFacts caller = CallerReader.read(record);
    Optional<RoleFacts> role = RoleReader.read(record, known);
    Optional<String> assumption = SessionReader.assumption(record);
    boolean omitted = isOmitted(record.request()) || isOmitted(record.response());
    Members facts =
        new Members()
            .all(record.tree().members())
            .text("outcome", outcome.word())
            .value("caller", caller.json(isChained(caller, assumption)))
            .truth("crossAccount", isCrossAccount(record, caller, role))
            .truth("omitted", omitted)
            .truth("late", record.tree().get("addendum") instanceof Json.Obj)
            .value("network", network(record));
    role.ifPresent(r -> facts.value("role", r.json(caller, record.recipientAccountId())));
    assumption.ifPresent(how ->
        facts.text("assumption", how).value("session", SessionReader.read(record, outcome).json()));
    return new Facts(
        record,
        facts.build(),
        outcome,
        caller,
        role,
        Doubts.in(record, outcome, caller, role, isOmitted(record.request())));
  }

  /** The text of a fact or of a record's field, by its dotted path. */
  public Optional<String> text(String path) {
    return value(path).filledText();
  }

  /** A fact or a record's field, by its dotted path. */
  public Json value(String path) {
    Json value = document;
    for (String name : path.split("\\.")) {
      value = value.get(name);
    }
    return value;
  }

  /** Whether the value at that dotted path cannot be known. */
  public boolean unknown(String path) {
    return doubts.stream().anyMatch(doubt -> doubt.covers(path));
  }

  /** Whether the call issues credentials of a role: AssumeRole in all its forms, a switch. */
  public boolean takesRole() {
    return SessionReader.assumption(record).filter(SessionReader::takesRole).isPresent();
  }

  /** These facts with one more group of them, such as what the policy's grants say. */
  public Facts with(String name, Json.Obj group) {
    Json.Obj wider = new Members().all(document.members()).value(name, group).build();
    return new Facts(record, wider, outcome, caller, role, doubts);
  }

  private static boolean isChained(CallerFacts caller, Optional<String> assumption) {
    return caller.kind() == CallerKind.ROLE_SESSION
        && assumption.filter(SessionReader::takesRole).isPresent();
  }

  /** A service has no account of its own: what counts is whose copy of the event this is. */
  private static boolean isCrossAccount(
      TrailRecord record, CallerFacts caller, Optional<RoleFacts> role) {
    Optional<String> from =
        caller.kind() == CallerKind.AWS_SERVICE ? record.recipientAccountId() : caller.account();
    Optional<String> to = role.flatMap(RoleFacts::account);
    return from.isPresent() && to.isPresent() && !from.equals(to);
  }

  /** CloudTrail puts {@code {"omitted": true, "reason": ...}} in place of what is too large. */
  private static boolean isOmitted(Json parameters) {
    return parameters.get("omitted").truth().orElse(false);
  }

  private static Json.Obj network(TrailRecord record) {
    Optional<String> source = record.tree().get("sourceIPAddress").filledText();
    boolean isAddress = source.filter(Facts::looksLikeAddress).isPresent();
    return new Members()
        .text("address", source.filter(_ -> isAddress))
        .text("service", source.filter(_ -> !isAddress))
        .build();
  }

  private static boolean looksLikeAddress(String text) {
    boolean colon = text.indexOf(':') >= 0;
    return text.chars()
        .allMatch(c -> c == '.' || Character.digit(c, colon ? 16 : 10) >= 0 || (colon && c == ':'));
  }
}
