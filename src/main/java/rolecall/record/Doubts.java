package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.json.Json;

/** Gathers what cannot be understood in one record. Not thread-safe. */
final class Doubts {
  private final List<Doubt> found = new ArrayList<>(2);

  private Doubts() {}

  static Doubts in(
      TrailRecord record, Outcome outcome, CallerFacts caller, Optional<RoleFacts> role) {
    Doubts doubts = new Doubts();
    IdentityDoubts.find(record, caller, doubts);
    doubts.text(record.tree(), "", "errorCode", "outcome");
    doubts.text(record.tree(), "", "errorMessage", "outcome");
    doubts.text(record.tree(), "", "sourceIPAddress", "network");
    doubts.text(
        record.tree(),
        "",
        "recipientAccountId",
        "role.account",
        "role.recordedHere",
        "crossAccount");
    RequestDoubts.find(record, outcome, role, doubts);
    if (ChimeFacts.isChime(record)) {
      findOfChime(record, doubts);
    }
    ResourceReader.findDoubts(record, doubts);
    WeakenedTrail.findDoubts(record, doubts);
    return doubts;
  }

  List<Doubt> list() {
    return List.copyOf(found);
  }

  private static void findOfChime(TrailRecord record, Doubts doubts) {
    doubts.truth(record.tree(), "", "readOnly", "chime.writes", "chime.retired");
    if (ChimeFacts.writesToLegacy(record) && record.eventTime().isEmpty()) {
      doubts.add("eventTime", "says no time", "chime.retired");
    }
  }

  /** Notes a member that should be a string, be null or be missing, and is not. */
  void text(Json object, String objectPath, String name, String... facts) {
    Json value = object.get(name);
    if (!value.isNothing() && value.text().isEmpty()) {
      notExpected(objectPath + name, "a string", value, facts);
    }
  }

  /** Notes a member that should say true or false, be null or be missing, and does not. */
  void truth(Json object, String objectPath, String name, String... facts) {
    Json value = object.get(name);
    if (!value.isNothing() && value.truth().isEmpty()) {
      notExpected(objectPath + name, "true or false", value, facts);
    }
  }

  /** Notes a value that should be an object, be null or be missing; true when it may be read. */
  boolean object(Json value, String path, String... facts) {
    boolean readable = value.isNothing() || value instanceof Json.Obj;
    if (!readable) {
      notExpected(path, "an object", value, facts);
    }
    return readable;
  }

  boolean noneCover(String factPath) {
    return found.stream().noneMatch(doubt -> doubt.covers(factPath));
  }

  void notExpected(String path, String expected, Json found, String... facts) {
    add(path, "is " + found.kind() + " and not " + expected, facts);
  }

  void add(String path, String what, String... facts) {
    List<String> unknown = new ArrayList<>(List.of(facts));
    if (!path.equals("userIdentity.type") && !unknown.contains(path)) {
      unknown.add(path);
    }
    found.add(new Doubt(path, what, unknown));
  }
}
