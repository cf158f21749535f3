package rolecall.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the members of a JSON object; what is absent gets no member. Not thread-safe. */
public final class Members {
  private final Map<String, Json> members = new LinkedHashMap<>();

  /** Adds a string. */
  public Members text(String name, String value) {
    members.put(name, new Json.Str(value));
    return this;
  }

  /** Adds a string, if there is one. */
  public Members text(String name, Optional<String> value) {
    value.ifPresent(text -> members.put(name, new Json.Str(text)));
    return this;
  }

  /** Adds a boolean. */
  public Members truth(String name, boolean value) {
    members.put(name, new Json.Bool(value));
    return this;
  }

  /** Adds a whole number. */
  public Members number(String name, long value) {
    members.put(name, new Json.Num(Long.toString(value)));
    return this;
  }

  /** Adds an array of strings. */
  public Members texts(String name, List<String> values) {
    members.put(name, new Json.Arr(values.stream().<Json>map(Json.Str::new).toList()));
    return this;
  }

  /** Adds a value, in place of one of that name. */
  public Members value(String name, Json value) {
    members.put(name, value);
    return this;
  }

  /** The object; nothing can be gathered after that. */
  public Json.Obj build() {
    return new Json.Obj(FrozenMembers.owning(members));
  }

  /**
   * The object that shows these members and, below them, those of another object. Nothing can be
   * gathered after that.
   *
   * @param hidden names of which the other object shows nothing
   */
  public Json.Obj over(Json.Obj below, Set<String> hidden) {
    return new Json.Obj(
        FrozenMembers.layered(members, FrozenMembers.copyOf(below.members()), hidden));
  }
}
