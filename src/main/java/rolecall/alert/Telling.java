package rolecall.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;

/**
 * The facts of an alert as words that every body for people uses, harmless already. Where the two
 * records of a call differ, both are named, the gravest finding's first.
 *
 * @param told without secrets, shortened if need be
 * @param step what was left out
 * @param unnamed how many broken rules are not named any more
 */
record Telling(Announcement told, Shortening step, int unnamed) {
  /** The longest line of an explanation, in characters. */
  static final int LINE = 1000;

  Alert alert() {
    return told.alert();
  }

  Finding gravest() {
    return alert().gravest().finding();
  }

  String severity() {
    return gravest().rule().severity().name();
  }

  String title() {
    return Shown.ours(gravest().rule().title(), 200);
  }

  String callers() {
    return distinct(finding ->
        Optional.of(
            Shown.caller(finding)
                + (finding.caller().kind().equals("unknown")
                    ? ""
                    : " (" + Shown.name(finding.caller().kind()) + ")")));
  }

  String callerArns() {
    return distinct(finding -> finding.caller().arn().map(arn -> Shown.text(arn, Shown.ARN)));
  }

  /** Names alone; empty when no role is concerned. */
  String roleNames() {
    return distinct(finding -> finding.role().map(role -> Shown.name(role.name())));
  }

  String roles() {
    String roles =
        distinct(finding ->
            finding
                .role()
                .map(role ->
                    Shown.name(role.name())
                        + role.account()
                            .map(account -> " of account " + Shown.name(account))
                            .orElse("")));
    return roles.isEmpty() ? "none concerned" : roles;
  }

  String roleArns() {
    return distinct(
        finding -> finding.role().flatMap(Role::arn).map(arn -> Shown.text(arn, Shown.ARN)));
  }

  String accounts() {
    return orUnknown(distinct(finding -> finding.event().account().map(Shown::name)));
  }

  String regions() {
    return orUnknown(distinct(finding -> finding.event().region().map(Shown::name)));
  }

  /** The ids of all broken rules, the gravest first. */
  List<String> ruleIds() {
    return alert().findings().stream()
        .map(told -> Shown.ours(told.finding().rule().id(), Shown.NAME))
        .distinct()
        .toList();
  }

  String rules() {
    return String.join(", ", ruleIds()) + (unnamed == 0 ? "" : " and " + unnamed + " further");
  }

  String times() {
    return distinct(finding -> Optional.of(Times.show(finding.event()).orElse("an unknown time")));
  }

  String events() {
    return distinct(finding ->
        Optional.of(
            Shown.name(finding.event().name()) + " of " + Shown.name(finding.event().source())));
  }

  String eventIds() {
    return distinct(finding -> Optional.of(Shown.name(finding.event().id())));
  }

  /** Whether a call is known at all; of input that cannot be read there is none. */
  boolean isOfCall() {
    return !gravest().event().name().isBlank();
  }

  String outcome() {
    Event event = gravest().event();
    if (!isOfCall()) {
      return "not known, since no event could be read";
    }
    return switch (event.outcome()) {
      case "success" -> "success: the call was carried out";
      case "denied" -> "denied: the caller lacked the permission";
      case "refused" -> "refused: the service does not do that";
      default -> Shown.name(event.outcome()) + ": the call was not carried out";
    };
  }

  /** What to do next, the steps of the gravest rule first, each once. */
  List<String> nextSteps() {
    return alert().findings().stream()
        .flatMap(told -> told.finding().rule().runbook().stream())
        .map(step -> Shown.ours(step, 1000))
        .distinct()
        .toList();
  }

  /** Which clauses of a rule held, a line each. */
  List<String> explanation(Told of) {
    return told.explanations().getOrDefault(of.finding().rule().id(), List.of()).stream()
        .map(line -> Shown.text(line, LINE))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The clause of the gravest rule that says most; each rule asks for an outcome. */
  Optional<String> clause() {
    List<String> clauses = explanation(alert().gravest());
    return clauses.stream()
        .filter(clause -> !clause.contains("outcome:"))
        .findFirst()
        .or(() -> clauses.stream().findFirst());
  }

  /** As the detection finding has it. */
  String uid() {
    return notes().uid(alert());
  }

  /** The id of this message among those of the same finding. */
  String messageUid() {
    return notes().messageUid(alert());
  }

  private Notes notes() {
    return new Notes(told.remarks(), Optional.empty(), Optional.empty());
  }

  /** Whether the same alert went out before with less. */
  boolean isUpdate() {
    return notes().amended().isPresent();
  }

  /** {@code Update: } before the title of what was told before; else nothing. */
  String update() {
    return isUpdate() ? "Update: " : "";
  }

  Optional<Behind> behind() {
    return Behind.of(told);
  }

  /** The chain, where it tells more than the event itself and stands here whole. */
  Optional<Chain> way() {
    return told.chain()
        .filter(chain -> !step.atLeast(Shortening.LEAST))
        .filter(chain -> chain.hops().size() > 1 || !(chain.root() instanceof Root.Known));
  }

  List<String> remarks() {
    return told.remarks().stream().map(RemarkWords::of).toList();
  }

  private String distinct(Function<Finding, Optional<String>> words) {
    return alert().findings().stream()
        .flatMap(told -> words.apply(told.finding()).stream())
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }

  private static String orUnknown(String words) {
    return words.isEmpty() ? "unknown" : words;
  }
}
