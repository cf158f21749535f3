package rolecall.day;

import java.util.List;
import java.util.Optional;
import rolecall.finding.Finding;
import rolecall.finding.Told;

/**
 * Why an ordinary day has a finding, and what a user writes so that it goes.
 *
 * @param caller account id or name of whoever does it
 * @param target the role's name, or the event's where no role is concerned
 */
record Explanation(String rule, String caller, String target, String why) {
  private static final List<Explanation> ALL =
      List.of(
          new Explanation(
              "cross-account-assumption",
              "444455556666",
              "PartnerAudit",
              "an audit firm's account; put it in trusted-accounts"),
          new Explanation(
              "cross-account-assumption",
              "123456789012",
              "CostReader",
              "a cost tool's account; put it in trusted-accounts"),
          new Explanation(
              "assumption-not-granted",
              "dana",
              Actors.reservedRole("ChimeAdmin"),
              "the Chime administrator at work; write her a grant"),
          new Explanation(
              "chime-sensitive-call",
              "dana",
              "CreatePhoneNumberOrder",
              "the Chime administrator at work; put her role in chime-operators"));

  static Optional<Explanation> of(Finding finding) {
    return ALL.stream()
        .filter(e -> e.rule.equals(finding.rule().id()))
        .filter(e -> e.caller.equals(caller(finding)))
        .filter(e -> e.target.equals(target(finding)))
        .findFirst();
  }

  /** A finding with its explanation, as one line. */
  static String line(Told told) {
    Finding finding = told.finding();
    return "%s %s %s, by %s on %s, %d more like it: %s\n"
        .formatted(
            finding.event().time().orElseThrow(),
            finding.rule().severity().name().toLowerCase(java.util.Locale.ROOT),
            finding.rule().id(),
            caller(finding),
            target(finding),
            told.repeats(),
            of(finding).map(Explanation::why).orElse("NOBODY KNOWS WHY"));
  }

  private static String caller(Finding finding) {
    return finding.caller().name().or(finding.caller()::account).orElse("nobody");
  }

  private static String target(Finding finding) {
    return finding.role().map(r -> r.name()).orElse(finding.event().name());
  }
}
