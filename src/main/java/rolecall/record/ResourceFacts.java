package rolecall.record;

import java.util.List;
import java.util.stream.Stream;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * What a call is about.
 *
 * @param identifiers every identifier as it was written: names, ARNs, queue URLs; no two are equal
 */
record ResourceFacts(List<String> identifiers) {
  ResourceFacts {
    identifiers = List.copyOf(identifiers);
  }

  /** The parts of all identifiers that {@code :} and {@code /} divide, empty ones left out. */
  List<String> names() {
    return identifiers.stream()
        .flatMap(identifier -> Stream.of(identifier.split("[:/]")))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  Json.Obj json() {
    Members members = new Members();
    if (!identifiers.isEmpty()) {
      members.text("id", String.join(", ", identifiers)).texts("names", names());
    }
    return members.build();
  }
}
