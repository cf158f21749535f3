package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the stack's own rules are on and deliver to the buffer. */
final class RuleCheck {
  private final Account account;
  private final Stack stack;

  RuleCheck(Account account, Stack stack) {
    this.account = account;
    this.stack = stack;
  }

  /** Lines for the rules of the default bus and for those of the hub's. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Looked<Map<String, String>> states = account.ruleStates(Optional.empty(), Optional.empty());
    lines.addAll(on("rules", "", states, Optional.empty()));
    lines.addAll(schedules(states));
    Optional<String> hub = stack.physical("HubBus");
    if (hub.isPresent()) {
      lines.addAll(on("hub rules", "Spoke", account.ruleStates(Optional.empty(), hub), hub));
    }
    return lines;
  }

  private List<Line> on(
      String check, String prefix, Looked<Map<String, String>> looked, Optional<String> bus) {
    return switch (looked) {
      case Looked.Missing<Map<String, String>>() ->
          List.of(
              Line.wrong(
                  check,
                  "the bus is gone",
                  "Take the bus and its rules out of the template, deploy, put them back and"
                      + " deploy again."));
      case Looked.Unseen<Map<String, String>> no -> List.of(Line.unseen(check, "the rules", no));
      case Looked.Seen<Map<String, String>>(Map<String, String> states) ->
          switch (targeted(bus)) {
            case Looked.Unseen<Set<String>> no ->
                List.of(Line.unseen(check, "the targets of the rules", no));
            case Looked.Missing<Set<String>>() -> judged(check, prefix, states, Set.of());
            case Looked.Seen<Set<String>>(Set<String> delivering) ->
                judged(check, prefix, states, delivering);
          };
    };
  }

  private Looked<Set<String>> targeted(Optional<String> bus) {
    Optional<String> queue = stack.physical("Buffer");
    return queue.isEmpty()
        ? new Looked.Missing<>()
        : account.rulesTo(
            Optional.empty(), bus, stack.arnOf("sqs", QueueCheck.nameOf(queue.get())));
  }

  private List<Line> judged(
      String check, String prefix, Map<String, String> states, Set<String> delivering) {
    List<Line> lines = new ArrayList<>();
    for (String id : Rule.IDS) {
      String physical = stack.physical(prefix + id).orElse(prefix + id);
      Rule.ofStack(prefix, id, physical)
          .troubles(states, delivering, "the buffer")
          .forEach(trouble -> lines.add(Line.wrong(check, trouble.found(), trouble.fix())));
    }
    return lines.isEmpty()
        ? List.of(
            Line.ok(check, "all %d are on and deliver to the buffer".formatted(Rule.IDS.size())))
        : lines;
  }

  private List<Line> schedules(Looked<Map<String, String>> looked) {
    if (!(looked instanceof Looked.Seen<Map<String, String>>(Map<String, String> states))) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (String name : List.of("Heartbeat", "Reconciliation")) {
      String rule = stack.physical(name + "Schedule").orElse("");
      String state = states.getOrDefault(rule, "gone");
      boolean wanted = !stack.parameter(name).equals(Optional.of("off"));
      String found = "%sSchedule is %s".formatted(name, state);
      if (!wanted) {
        lines.add(
            Line.wrong(
                "schedule",
                "%s is switched off by the stack's parameter".formatted(name),
                "Deploy with %s=on.".formatted(name)));
      } else if (state.equals("ENABLED")) {
        lines.add(Line.ok("schedule", found));
      } else {
        lines.add(
            Line.wrong(
                "schedule",
                found,
                "Enable %s, or deploy it anew if it is gone; ask CloudTrail who called DisableRule"
                        .formatted(rule.isEmpty() ? "it" : rule)
                    + " or DeleteRule."));
      }
    }
    return lines;
  }
}
