package rolecall.monitor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.Secrets;
import rolecall.finding.PolicyStamp;
import rolecall.json.Json;
import rolecall.ledger.Store;
import rolecall.policy.Additions;
import rolecall.policy.PolicyFile;
import rolecall.policy.PolicyText;

/**
 * A policy that stands outside of the program and can be replaced there.
 *
 * @param text where it stands
 * @param store remembers which version of it was good last
 * @param pinned the only text that may be used, if settings name one
 */
public record ReplaceablePolicy(PolicyText text, Store store, Optional<PinnedPolicy> pinned) {
  public ReplaceablePolicy {
    Objects.requireNonNull(text, "text is null");
    Objects.requireNonNull(store, "store is null");
    Objects.requireNonNull(pinned, "pinned is null");
  }

  GoodPolicies goodOnes() {
    return new GoodPolicies(store, text.name());
  }

  /** What that text makes; the problems are free of secrets. */
  PolicyFile.Outcome read(byte[] bytes, Additions additions) {
    return switch (PolicyFile.read(text.name(), bytes, additions).outcome()) {
      case PolicyFile.Outcome.Refused(int errors, String first) ->
          new PolicyFile.Outcome.Refused(errors, withoutSecrets(first));
      case PolicyFile.Outcome.Usable usable -> asPinned(usable);
    };
  }

  private PolicyFile.Outcome asPinned(PolicyFile.Outcome.Usable usable) {
    PolicyStamp stamp = usable.policy().stamp();
    return pinned
        .filter(pin -> !pin.is(stamp))
        .<PolicyFile.Outcome>map(
            pin -> new PolicyFile.Outcome.Refused(1, pin.why(text.name(), stamp)))
        .orElse(usable);
  }

  private static String withoutSecrets(String problems) {
    return Secrets.hide(new Json.Obj(Map.of("problems", new Json.Str(problems))))
        .get("problems")
        .text()
        .orElseThrow();
  }
}
