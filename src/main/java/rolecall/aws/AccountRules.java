package rolecall.aws;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.doctor.Looked;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;

/** Reads rules of EventBridge, in every Region that is on. */
final class AccountRules {
  private final AccountClients clients;

  AccountRules(AccountClients clients) {
    this.clients = clients;
  }

  Looked<List<String>> regionsOn() {
    return AccountAnswer.of(
        "account:ListRegions",
        () ->
            clients
                .regions()
                .listRegionsPaginator(request ->
                    request.regionOptStatusContains(
                        RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT))
                .regions()
                .stream()
                .map(software.amazon.awssdk.services.account.model.Region::regionName)
                .toList());
  }

  Looked<Map<String, String>> states(Optional<String> region, Optional<String> bus) {
    return AccountAnswer.of(
        "events:ListRules",
        () -> {
          EventBridgeClient events = clients.events(region);
          Map<String, String> states = new HashMap<>();
          Optional<String> next = Optional.empty();
          do {
            String token = next.orElse(null);
            ListRulesResponse page =
                events.listRules(
                    request -> request.eventBusName(bus.orElse(null)).nextToken(token));
            page.rules().forEach(rule -> states.put(rule.name(), rule.stateAsString()));
            next = Optional.ofNullable(page.nextToken());
          } while (next.isPresent());
          return states;
        });
  }

  Looked<Set<String>> to(Optional<String> region, Optional<String> bus, String target) {
    return AccountAnswer.of(
        "events:ListRuleNamesByTarget",
        () -> {
          EventBridgeClient events = clients.events(region);
          Set<String> names = new HashSet<>();
          Optional<String> next = Optional.empty();
          do {
            String token = next.orElse(null);
            ListRuleNamesByTargetResponse page =
                events.listRuleNamesByTarget(request ->
                    request.targetArn(target).eventBusName(bus.orElse(null)).nextToken(token));
            names.addAll(page.ruleNames());
            next = Optional.ofNullable(page.nextToken());
          } while (next.isPresent());
          return names;
        });
  }
}
