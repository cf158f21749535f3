package rolecall.policy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.BrokenRule;
import rolecall.finding.Severity;
import rolecall.json.Json;
import rolecall.pattern.Pattern;
import rolecall.pattern.Truth;
import rolecall.pattern.Unknowns;
import rolecall.record.CallerKind;
import rolecall.record.Facts;
import rolecall.record.RoleFacts;
import rolecall.record.TrailRecord;

/**
 * A rule ready to judge.
 *
 * @param about what findings keep of it
 * @param escalations graver severities that some of its breaches have, the gravest first
 * @param events which events it reads
 * @param when what must hold for it to be broken
 * @param unless what excuses, any one of them
 * @param reason what an alert says happened
 * @param target the paths of the facts that say what it was done to; none for the role
 * @param quiet how long a like breach is only counted
 */
record Rule(
    BrokenRule about,
    List<Escalation> escalations,
    Set<EventName> events,
    Pattern when,
    List<Pattern> unless,
    Sentence reason,
    List<String> target,
    Duration quiet) {
  private static final String READ_ONLY = "readOnly";
  private static final Json.Obj READ = new Json.Obj(Map.of(READ_ONLY, new Json.Bool(true)));

  Rule {
    escalations = List.copyOf(escalations);
    events = Set.copyOf(events);
    unless = List.copyOf(unless);
    target = List.copyOf(target);
  }

  String id() {
    return about.id();
  }

  /** Whether the record breaks the rule. */
  Truth brokenBy(Facts facts) {
    return brokenBy(facts.document(), facts.doubts().isEmpty() ? Unknowns.NONE : facts::unknown);
  }

  /** Whether no call that reads can break the rule, whatever else stands in its record. */
  boolean isContentWithReads() {
    return brokenBy(READ, path -> !path.equals(READ_ONLY)) == Truth.NO;
  }

  /** Whether the rule names the event, and does not only read everything of its service. */
  boolean names(TrailRecord record) {
    return events.contains(
        new EventName(EventName.serviceOf(record.eventSource()), record.eventName()));
  }

  private Truth brokenBy(Json.Obj document, Unknowns unknowns) {
    Truth broken = when.test(document, unknowns);
    for (Pattern excuse : unless) {
      if (broken == Truth.NO) {
        return broken;
      }
      broken = broken.and(excuse.test(document, unknowns).not());
    }
    return broken;
  }

  /**
   * @param addition further sentences for the reason, or nothing
   */
  Breach breach(Facts facts, String addition) {
    boolean namesAccountOnly = facts.caller().kind() == CallerKind.AWS_ACCOUNT;
    BrokenRule broken = aboutBreach(facts);
    return new Breach(
        broken,
        reason.about(facts) + addition,
        targetOf(facts),
        broken.severity() == Severity.CRITICAL ? Duration.ZERO : quiet,
        namesAccountOnly && asksForGrant());
  }

  private BrokenRule aboutBreach(Facts facts) {
    return escalations.stream()
        .filter(graver -> graver.holdsFor(facts))
        .map(Escalation::about)
        .findFirst()
        .orElse(about);
  }

  private boolean asksForGrant() {
    return when.paths().stream().anyMatch(path -> path.startsWith("grant."));
  }

  /** Every path of record and facts that decides about the rule. */
  Set<String> paths() {
    Set<String> paths = new HashSet<>(when.paths());
    unless.forEach(pattern -> paths.addAll(pattern.paths()));
    return paths;
  }

  private String targetOf(Facts facts) {
    if (!target.isEmpty()) {
      return String.join(" ", target.stream().map(path -> facts.text(path).orElse("")).toList());
    }
    return facts
        .role()
        .flatMap(Rule::name)
        .orElseGet(() -> facts.record().recipientAccountId().orElse(""));
  }

  /** IAM keeps role names unique in an account in any letter case. */
  private static Optional<String> name(RoleFacts role) {
    return role.name()
        .or(role::linkedService)
        .map(name -> role.account().orElse("") + " " + name.toLowerCase(Locale.ROOT));
  }
}
