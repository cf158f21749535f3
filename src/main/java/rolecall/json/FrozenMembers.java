package rolecall.json;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of a JSON object, which nobody can change. Made from a map that its maker gives up,
 * so that neither reading nor deriving facts copies every object once more.
 */
final class FrozenMembers extends AbstractMap<String, Json> {
  private final Map<String, Json> members;

  private FrozenMembers(Map<String, Json> members) {
    this.members = members;
  }

  /** Takes the map over; its maker must not touch it again. */
  static FrozenMembers owning(Map<String, Json> members) {
    return new FrozenMembers(members);
  }

  /** The very map when it is frozen already, else a frozen copy of it. */
  static FrozenMembers copyOf(Map<String, Json> members) {
    return members instanceof FrozenMembers frozen
        ? frozen
        : new FrozenMembers(new LinkedHashMap<>(members));
  }

  @Override
  public Json get(Object name) {
    return members.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return members.containsKey(name);
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(members.keySet());
  }

  @Override
  public Collection<Json> values() {
    return Collections.unmodifiableCollection(members.values());
  }

  @Override
  public Set<Entry<String, Json>> entrySet() {
    return Collections.unmodifiableMap(members).entrySet();
  }
}
