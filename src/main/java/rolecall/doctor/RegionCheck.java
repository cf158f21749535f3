package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the account's other Regions forward to the hub. A role can be taken at the endpoint of
 * every Region that is on, whether anybody works there or not.
 */
final class RegionCheck {
  private static final String CHECK = "region";

  private final Account account;
  private final String hub;
  private final List<String> whole = new ArrayList<>();
  private final List<String> blind = new ArrayList<>();
  private final List<Line> others = new ArrayList<>();

  private RegionCheck(Account account, String hub) {
    this.account = account;
    this.hub = hub;
  }

  static List<Line> lines(Account account, Stack stack) {
    Optional<String> bus = stack.physical("HubBus");
    if (bus.isEmpty()) {
      return List.of(
          Line.wrong(CHECK, "the stack has no hub bus", "Deploy template.yaml as it is shipped."));
    }
    return switch (account.regionsOn()) {
      case Looked.Missing<List<String>>() ->
          List.of(Line.unknown(CHECK, "AWS names no Regions", "Ask: aws account list-regions."));
      case Looked.Unseen<List<String>> no ->
          List.of(Line.unseen(CHECK, "which Regions are on", no));
      case Looked.Seen<List<String>>(List<String> regions) -> {
        RegionCheck check =
            new RegionCheck(account, stack.arnOf("events", "event-bus/" + bus.get()));
        regions.stream()
            .sorted()
            .filter(region -> !region.equals(stack.region()))
            .forEach(check::look);
        yield check.lines();
      }
    };
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    if (blind.isEmpty() && others.isEmpty()) {
      lines.add(
          Line.ok(
              CHECK,
              whole.isEmpty()
                  ? "no other Region is on for this account"
                  : "every other Region that is on forwards: " + String.join(", ", whole)));
    }
    if (!blind.isEmpty()) {
      lines.add(
          Line.wrong(
              CHECK,
              "blind, for want of a spoke: " + String.join(", ", blind),
              "Deploy spoke.yaml there with HubBusArn=%s, or disable the Regions for the account."
                  .formatted(hub)));
    }
    lines.addAll(others);
    return lines;
  }

  private void look(String region) {
    switch (account.ruleStates(Optional.of(region), Optional.empty())) {
      case Looked.Unseen<Map<String, String>> no ->
          others.add(Line.unseen(CHECK, "the rules of " + region, no));
      case Looked.Missing<Map<String, String>>() -> blind.add(region);
      case Looked.Seen<Map<String, String>>(Map<String, String> states) -> {
        if (Rule.ofSpoke().stream().noneMatch(rule -> states.containsKey(rule.name()))) {
          blind.add(region);
          return;
        }
        look(region, states);
      }
    }
  }

  private void look(String region, Map<String, String> states) {
    Set<String> delivering =
        switch (account.rulesTo(Optional.of(region), Optional.empty(), hub)) {
          case Looked.Seen<Set<String>>(Set<String> names) -> names;
          case Looked.Missing<Set<String>>() -> Set.of();
          case Looked.Unseen<Set<String>> no -> {
            others.add(Line.unseen(CHECK, "the targets of the rules of " + region, no));
            // Assumed, so that what is known of their states is still told.
            yield states.keySet();
          }
        };
    int before = others.size();
    for (Rule rule : Rule.ofSpoke()) {
      rule.troubles(states, delivering, "the hub bus")
          .forEach(trouble ->
              others.add(Line.wrong(CHECK, region + ": " + trouble.found(), trouble.fix())));
    }
    if (others.size() == before) {
      whole.add(region);
    }
  }
}
