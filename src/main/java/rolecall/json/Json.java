package rolecall.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON value as it stood in the input: immutable, thread-safe, member order kept.
 *
 * <p>{@link Absent} stands for "no such member", so that paths through half-missing CloudTrail
 * objects need no null checks: {@code record.get("userIdentity").get("arn").text()}. Absent and
 * {@link Null} are different values; CloudTrail writes both.
 */
public sealed interface Json {
  /** What CloudTrail writes in place of a user name, tag or token that must not be logged. */
  String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

  /** No value at all. */
  static Json absent() {
    return Absent.VALUE;
  }

  /** A JSON object; of members with equal names the reader keeps none silently. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = FrozenMembers.copyOf(members);
    }
  }

  /** A JSON array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A JSON string, decoded. May hold lone surrogates when the input escaped them. */
  record Str(String value) implements Json {
    public Str {
      Objects.requireNonNull(value, "value is null");
    }
  }

  /** A JSON number, kept as its literal text so that nothing is rounded: {@code 1e3}. */
  record Num(String literal) implements Json {
    public Num {
      Objects.requireNonNull(literal, "literal is null");
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** The literal {@code null}. */
  record Null() implements Json {
    static final Null VALUE = new Null();
  }

  /** No value at all. */
  record Absent() implements Json {
    static final Absent VALUE = new Absent();
  }

  /** The member of that name, or {@link Absent} when this is no object or has none. */
  default Json get(String name) {
    if (this instanceof Obj(Map<String, Json> members)) {
      Json member = members.get(name);
      return member == null ? absent() : member;
    }
    return absent();
  }

  /**
   * The member whose name equals {@code name} in any letter case, the exact spelling first.
   * CloudTrail's lower-casing of parameter names is not the same everywhere.
   */
  default Json getAnyCase(String name) {
    Json exact = get(name);
    if (exact.isPresent() || !(this instanceof Obj(Map<String, Json> members))) {
      return exact;
    }
    for (Map.Entry<String, Json> member : members.entrySet()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return absent();
  }

  /** The value of a string, also an empty one; empty for every other kind of value. */
  default Optional<String> text() {
    return this instanceof Str(String value) ? Optional.of(value) : Optional.empty();
  }

  /** The value of a string that has at least one character. CloudTrail writes {@code ""} too. */
  default Optional<String> filledText() {
    return text().filter(value -> !value.isEmpty());
  }

  /**
   * The value of a string that tells something: filled, and not CloudTrail's word for what it keeps
   * to itself, which is no value and equals nothing.
   */
  default Optional<String> toldText() {
    return filledText().filter(value -> !value.equals(HIDDEN));
  }

  /**
   * The truth of a boolean or of the strings {@code "true"} and {@code "false"}; CloudTrail writes
   * {@code mfaAuthenticated} as text and LookupEvents writes {@code ReadOnly} so.
   */
  default Optional<Boolean> truth() {
    return switch (this) {
      case Bool(boolean value) -> Optional.of(value);
      case Str(String value) when value.equalsIgnoreCase("true") -> Optional.of(true);
      case Str(String value) when value.equalsIgnoreCase("false") -> Optional.of(false);
      case Str _, Num _, Obj _, Arr _, Null _, Absent _ -> Optional.empty();
    };
  }

  /** A whole number, also one written as a string; empty when it is none or exceeds a long. */
  default OptionalLong wholeNumber() {
    String literal =
        switch (this) {
          case Num(String number) -> number;
          case Str(String text) -> text;
          case Bool _, Obj _, Arr _, Null _, Absent _ -> "";
        };
    try {
      return OptionalLong.of(Long.parseLong(literal));
    } catch (NumberFormatException notWhole) {
      return OptionalLong.empty();
    }
  }

  /** The items of an array; of anything else the empty list. */
  default List<Json> items() {
    return this instanceof Arr(List<Json> items) ? items : List.of();
  }

  /** Whether there is a value, {@link Null} included. */
  default boolean isPresent() {
    return !(this instanceof Absent);
  }

  /** Whether there is neither a value nor a {@link Null}. */
  default boolean isNothing() {
    return this instanceof Absent || this instanceof Null;
  }

  /** The kind of value as a person calls it: {@code "an object"}, {@code "missing"}. */
  default String kind() {
    return switch (this) {
      case Obj _ -> "an object";
      case Arr _ -> "an array";
      case Str _ -> "a string";
      case Num _ -> "a number";
      case Bool _ -> "a boolean";
      case Null _ -> "null";
      case Absent _ -> "missing";
    };
  }
}
