package rolecall.json;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of a JSON object, which nobody can change. Made from maps that their maker gives up,
 * so that neither reading nor deriving facts copies every object once more.
 */
abstract sealed class FrozenMembers extends AbstractMap<String, Json> {
  /** Takes the map over; its maker must not touch it again. */
  static FrozenMembers owning(Map<String, Json> members) {
    return new Plain(members);
  }

  /**
   * The members of {@code below} with those of {@code above} laid over them. Takes {@code above}
   * over.
   *
   * @param hidden names of which {@code below} shows nothing
   */
  static FrozenMembers layered(Map<String, Json> above, FrozenMembers below, Set<String> hidden) {
    return new Layered(above, below, hidden);
  }

  /** The very map when it is frozen already, else a frozen copy of it. */
  static FrozenMembers copyOf(Map<String, Json> members) {
    return members instanceof FrozenMembers frozen
        ? frozen
        : new Plain(new LinkedHashMap<>(members));
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  /** One map. */
  private static final class Plain extends FrozenMembers {
    private final Map<String, Json> members;

    Plain(Map<String, Json> members) {
      this.members = members;
    }

    @Override
    public Json get(Object name) {
      return members.get(name);
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

  /** Two maps that are asked one after the other, and only written out to be walked through. */
  private static final class Layered extends FrozenMembers {
    private final Map<String, Json> above;
    private final FrozenMembers below;
    private final Set<String> hidden;

    Layered(Map<String, Json> above, FrozenMembers below, Set<String> hidden) {
      this.above = above;
      this.below = below;
      this.hidden = Set.copyOf(hidden);
    }

    @Override
    public Json get(Object name) {
      Json member = above.get(name);
      if (member != null || hidden.contains(name)) {
        return member;
      }
      return below.get(name);
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
      Map<String, Json> all = new LinkedHashMap<>(below);
      all.keySet().removeAll(hidden);
      all.putAll(above);
      return Collections.unmodifiableMap(all).entrySet();
    }
  }
}
