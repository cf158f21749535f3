package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import rolecall.finding.Finding;
import rolecall.finding.Role;

/**
 * The member {@code observables} of a detection finding: the names and addresses in it that other
 * findings may share.
 */
final class ObservableJson {
  /** A value, the path of the attribute that holds it, and OCSF's number and word for its kind. */
  private record Observable(String path, int typeId, String type, String value) {}

  private ObservableJson() {}

  static void write(Alert alert, JsonGenerator json) throws IOException {
    Set<Observable> all = all(alert);
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
