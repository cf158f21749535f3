package rolecall.deploy;

import java.util.List;
import java.util.Map;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** The ways an event can take: the default bus of the hub, or a spoke and then the hub bus. */
record BusRules(List<BusRule> rules) {
  static final Map<String, String> SPOKE_PARAMETERS =
      Map.of("HubBusArn", "arn:aws:events:us-east-1:111122223333:event-bus/rolecall-hub");

  BusRules {
    rules = List.copyOf(rules);
  }

  static BusRules onDefaultBus(String stack) {
    return onDefaultBus(stack, Map.of());
  }

  static BusRules onDefaultBus(String stack, Map<String, String> parameters) {
    return hub(stack, parameters, "");
  }

  static BusRules onHubBus(String stack) {
    return hub(stack, Map.of(), stack + "-hub");
  }

  static BusRules inSpoke() {
    return new BusRules(
        BusRule.of(Template.spoke().deploy("StackSet-rolecall-spoke-EXAMPLE", SPOKE_PARAMETERS)));
  }

  private static BusRules hub(String stack, Map<String, String> parameters, String bus) {
    return new BusRules(
        BusRule.of(Template.hub().deploy(stack, parameters)).stream()
            .filter(rule -> rule.bus().equals(bus))
            .toList());
  }

  /** The names of the rules that surely let an event through. */
  List<String> passing(Json envelope) {
    return rules.stream().filter(rule -> rule.surelyPasses(envelope)).map(BusRule::name).toList();
  }

  /** The names of the rules that may let it through, whatever their state does to reads. */
  List<String> perhapsPassing(Json envelope) {
    String text = CompactJson.write(envelope);
    return rules.stream().filter(rule -> rule.matchesText(text)).map(BusRule::name).toList();
  }
}
