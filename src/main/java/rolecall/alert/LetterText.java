package rolecall.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rolecall.finding.BrokenRule;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.lineage.Chain;
import rolecall.lineage.ChainText;

/** An alert as a letter for people: plain text, the answers first. Stateless. */
final class LetterText {
  private static final Retold SHOWN =
      new Retold(Shown::name, sentence -> Shown.text(sentence, Telling.LINE));

  private LetterText() {}

  static String of(Telling telling) {
    Page page = new Page();
    writeAnswers(telling, page);
    writeNotes(telling, page);
    writeChain(telling, page);
    writeRules(telling, page);
    writeIds(telling, page);
    writePolicy(telling, page);
    return page.toString();
  }

  /** At most 12 facts; those that must be among the first 12 are never wrapped. */
  private static void writeAnswers(Telling telling, Page page) {
    page.line(telling.severity() + ": " + telling.update() + telling.title());
    page.blank();
    page.fact("Who", telling.callers());
    telling.behind().ifPresent(behind -> page.fact("Behind", behind.words()));
    page.fact("Role", telling.roles());
    page.fact("Account", telling.accounts());
    page.fact("Region", telling.regions());
    page.fact("When", telling.times());
    page.fact("Rules", telling.rules());
    telling.clause().ifPresent(clause -> page.fact("Clause", clause));
    if (telling.isOfCall()) {
      page.fact("What", telling.events());
    }
    page.fact("Outcome", telling.outcome());
    telling.nextSteps().stream().findFirst().ifPresent(step -> page.wrappedFact("Next", step));
  }

  private static void writeNotes(Telling telling, Page page) {
    List<String> remarks = telling.remarks();
    Optional<String> shortened = telling.step().words();
    if (remarks.isEmpty() && shortened.isEmpty()) {
      return;
    }
    page.blank();
    remarks.forEach(remark -> page.wrapped("Note: ", remark));
    shortened.ifPresent(words -> page.wrapped("Shortened: ", words + "."));
  }

  private static void writeChain(Telling telling, Page page) {
    Optional<Chain> chain = telling.way();
    if (chain.isEmpty()) {
      return;
    }
    page.heading("THE CHAIN OF SESSIONS");
    page.blank();
    for (String line : ChainText.lines(SHOWN.of(chain.get()))) {
      String words = line.stripLeading();
      page.wrapped(" ".repeat(2 + line.length() - words.length()), words);
    }
  }

  private static void writeRules(Telling telling, Page page) {
    page.heading("WHY");
    for (Told told : telling.alert().findings()) {
      BrokenRule rule = told.finding().rule();
      page.blank();
      page.wrapped(
          "* ",
          "%s (%s, %s)"
              .formatted(
                  Shown.ours(rule.title(), 200),
                  rule.severity().word(),
                  Shown.ours(rule.id(), Shown.NAME)));
      page.wrapped("  ", Shown.text(told.finding().reason(), 2000));
      telling.explanation(told).forEach(line -> page.wrapped("  - ", line));
      if (told.repeats() > 0) {
        page.line("  Further events like it that were only counted: " + told.repeats() + ".");
      }
      if (!rule.why().isBlank()) {
        page.wrapped("  Why it matters: ", Shown.ours(rule.why(), 1000));
      }
    }
    if (telling.unnamed() > 0) {
      page.blank();
      page.line("* and %d further rules, of lesser severity".formatted(telling.unnamed()));
    }
    List<String> steps = telling.nextSteps();
    if (!steps.isEmpty()) {
      page.heading("WHAT TO DO NEXT");
      page.blank();
      steps.forEach(step -> page.wrapped("- ", step));
    }
  }

  private static void writeIds(Telling telling, Page page) {
    page.heading("LOOK IT UP");
    page.blank();
    idIfAny("Event ID", telling.eventIds(), page);
    idIfAny("Event", telling.isOfCall() ? telling.events() : "", page);
    idIfAny("Caller ARN", telling.callerArns(), page);
    idIfAny("Role ARN", telling.roleArns(), page);
    telling
        .alert()
        .byRecord()
        .forEach(
            finding -> telling.alert().recordOf(finding).ifPresent(rec -> writeIdsOf(rec, page)));
    idIfAny("Alert ID", Shown.name(telling.uid()), page);
    if (telling.isOfCall()) {
      page.wrapped(
          "",
          "In the console: CloudTrail, Event history, account %s, Region %s, look up by event ID."
              .formatted(telling.accounts(), telling.regions()));
    }
  }

  private static void writeIdsOf(Json rec, Page page) {
    Json identity = rec.get("userIdentity");
    idIfAny("Shared event ID", text(rec.get("sharedEventID")), page);
    idIfAny("Request ID", text(rec.get("requestID")), page);
    idIfAny("Caller's key", text(identity.get("accessKeyId")), page);
    Json issued = rec.get("responseElements").get("credentials").get("accessKeyId");
    idIfAny("Issued key", text(issued), page);
    Json source = identity.get("sessionContext").get("sourceIdentity");
    idIfAny("Source identity", text(source), page);
    idIfAny("Address", text(rec.get("sourceIPAddress")), page);
    idIfAny("User agent", text(rec.get("userAgent")), page);
  }

  private static String text(Json value) {
    return value.filledText().map(Shown::name).orElse("");
  }

  private static void idIfAny(String label, String value, Page page) {
    if (!value.isEmpty()) {
      page.wrapped(label + ": ", value);
    }
  }

  private static void writePolicy(Telling telling, Page page) {
    PolicyStamp policy = telling.gravest().policy();
    page.heading("POLICY");
    page.blank();
    page.line("Name: " + Shown.ours(policy.name(), Shown.NAME));
    page.line("SHA-256: " + Shown.ours(policy.sha256(), Shown.NAME));
    String attack =
        telling.alert().findings().stream()
            .flatMap(told -> told.finding().rule().attack().stream())
            .distinct()
            .map(id -> id + AttackNames.of(id).map(name -> " (" + name + ")").orElse(""))
            .collect(Collectors.joining(", "));
    if (!attack.isEmpty()) {
      page.wrapped("ATT&CK: ", Shown.ours(attack, 4000));
    }
  }
}
