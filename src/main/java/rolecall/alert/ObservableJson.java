package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.lineage.Certainty;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;

/**
 * The member {@code observables} of a detection finding: the names and addresses in it that other
 * findings may share.
 */
final class ObservableJson {
  /** A value, the path of the attribute that holds it, and OCSF's number and word for its kind. */
  private record Observable(String path, int typeId, String type, String value) {}

  private ObservableJson() {}

  static void write(Alert alert, Optional<Chain> chain, JsonGenerator json) throws IOException {
    Set<Observable> all = all(alert);
    chain.flatMap(ObservableJson::root).ifPresent(all::add);
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("observables");
    for (Observable one : all) {
      json.writeStartObject();
      member(json, "name", one.path());
      json.writeNumberField("type_id", one.typeId());
      member(json, "type", one.type());
      member(json, "value", one.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Whoever stands behind it, where that is proven: the schema has no other place for them. */
  private static Optional<Observable> root(Chain chain) {
    return chain.root() instanceof Root.Known(var who, var certainty, _)
            && certainty == Certainty.PROVEN
        ? who.name()
            .map(name -> new Observable("unmapped.lineage.root.caller.name", 4, "User Name", name))
        : Optional.empty();
  }

  private static Set<Observable> all(Alert alert) {
    Set<Observable> all = new LinkedHashSet<>();
    for (Finding finding : alert.byRecord()) {
      finding
          .caller()
          .name()
          .ifPresent(
              name -> all.add(new Observable("evidences.actor.user.name", 4, "User Name", name)));
      alert
          .recordOf(finding)
          .flatMap(rec -> rec.get("sourceIPAddress").filledText())
          .filter(NetworkAddress::isOne)
          .ifPresent(address ->
              all.add(new Observable("evidences.src_endpoint.ip", 2, "IP Address", address)));
    }
    for (Role role : DetectionFinding.roles(alert)) {
      role.arn()
          .ifPresent(arn -> all.add(new Observable("resources.uid", 10, "Resource UID", arn)));
    }
    return all;
  }
}
