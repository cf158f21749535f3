package rolecall.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the members of a JSON object; what is absent gets no member. Not thread-safe. */
final class Members {
  private final Map<String, Json> members;

  Members() {
    members = new LinkedHashMap<>();
  }

  /** Begins with the members of another object, with room for more. */
  Members(Map<String, Json> others) {
    members = LinkedHashMap.newLinkedHashMap(others.size() + 12);
    members.putAll(others);
  }

  Members text(String name, String value) {
    members.put(name, new Json.Str(value));
    return this;
  }

  Members text(String name, Optional<String> value) {
    value.ifPresent(text -> members.put(name, new Json.Str(text)));
    return this;
  }

  Members truth(String name, boolean value) {
    members.put(name, new Json.Bool(value));
    return this;
  }

  Members number(String name, long value) {
    members.put(name, new Json.Num(Long.toString(value)));
    return this;
  }

  Members texts(String name, List<String> values) {
    members.put(name, new Json.Arr(values.stream().<Json>map(Json.Str::new).toList()));
    return this;
  }

  Members value(String name, Json value) {
    members.put(name, value);
    return this;
  }

  Members without(List<String> names) {
    names.forEach(members::remove);
    return this;
  }

  /** The object; nothing can be gathered after that. */
  Json.Obj build() {
    return new Json.Obj(FrozenMembers.owning(members));
  }
}
