package rolecall.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import rolecall.json.Json;
import rolecall.json.Members;

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
  /** The names of facts; CloudTrail uses none of them, and a record must not bring its own. */
  private static final Set<String> OWN_NAMES =
      Set.of(
          "outcome",
          "caller",
          "role",
          "crossAccount",
          "assumption",
          "session",
          "trust",
          "grants",
          "grant",
          "resourcePolicy",
          "chime",
          "resource",
          "trail",
          "omitted",
          "late",
          "network");

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
   * @param known what the policy knows and the record does not tell
   */
  public static Facts of(TrailRecord record, Known known) {
    Outcome outcome = Outcome.of(record);
    CallerFacts caller = CallerReader.read(record);
    Optional<RoleFacts> role = RoleReader.read(record, known);
    Optional<String> assumption = SessionReader.assumption(record);
    Members facts =
        new Members()
            .text("outcome", outcome.word())
            .value("caller", caller.json(isChained(caller, assumption), record.partition()))
            .truth("crossAccount", isCrossAccount(record, caller, role))
            .truth("omitted", isOmitted(record.request()))
            .truth("late", record.tree().get("addendum") instanceof Json.Obj)
            .value("network", Network.of(record).json());
    role.ifPresent(r -> facts.value("role", r.json(caller, record)));
    ResourceReader.read(record).ifPresent(r -> facts.value("resource", r.json()));
    List<String> losses = WeakenedTrail.losses(record);
    if (!losses.isEmpty()) {
      facts.value("trail", new Members().texts("weakened", losses).build());
    }
    assumption.ifPresent(how ->
        facts
            .text("assumption", how)
            .value("session", SessionReader.read(record, outcome, caller.kind()).json()));
    ChimeFacts.of(record).ifPresent(call -> facts.value("chime", call.json()));
    Doubts doubts = Doubts.in(record, outcome, caller, role);
    Optional<String> ownAccount = role.flatMap(RoleFacts::account).or(record::recipientAccountId);
    RequestDocuments.read(record, ownAccount, known, facts, doubts);
    return new Facts(
        record, facts.over(record.tree(), OWN_NAMES), outcome, caller, role, doubts.list());
  }

  /** Whether the value at that dotted path cannot be known: a doubt covers it. */
  public boolean unknown(String path) {
    return doubts.stream().anyMatch(doubt -> doubt.covers(path));
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

  /** Whether the call issues credentials of a role: AssumeRole in all its forms, a switch. */
  public boolean takesRole() {
    return SessionReader.assumption(record).filter(SessionReader::takesRole).isPresent();
  }

  /** These facts with one more group of them, such as what the policy's grants say. */
  public Facts with(String name, Json.Obj group) {
    Json.Obj wider = new Members().value(name, group).over(document, Set.of());
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
  static boolean isOmitted(Json parameters) {
    return parameters.get("omitted").truth().orElse(false);
  }
}
