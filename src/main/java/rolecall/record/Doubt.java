package rolecall.record;

import java.util.List;
import java.util.Objects;

/**
 * A part of a record that cannot be understood, and so cannot be called innocent.
 *
 * @param path the field: {@code requestParameters.roleArn}
 * @param what what is the matter with it, as half a sentence: {@code "is a number and not a
 *     string"}
 * @param facts the dotted paths of what cannot be known for it, facts and fields of the record:
 *     {@code role}, {@code session.duration}; everything below each of them is unknown too
 */
public record Doubt(String path, String what, List<String> facts) {
  static final String OMITTED = "was omitted by CloudTrail for its size";

  /** What a policy's grants say follows from these groups, so it is no surer than they are. */
  private static final List<String> GROUNDS_OF_GRANT = List.of("caller", "role", "session");

  public Doubt {
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(what, "what is null");
    facts = List.copyOf(facts);
  }

  /** Whether CloudTrail left the field out for its size. */
  public boolean isOmission() {
    return what.equals(OMITTED);
  }

  /**
   * Whether the value at that dotted path cannot be known, in part or whole: it is one of {@link
   * #facts}, lies below one, or is an object that holds one.
   */
  public boolean covers(String factPath) {
    if (isWithin(factPath, "grant")
        && GROUNDS_OF_GRANT.stream()
            .anyMatch(group -> facts.stream().anyMatch(f -> isWithin(f, group)))) {
      return true;
    }
    return facts.stream().anyMatch(fact -> isWithin(factPath, fact) || isWithin(fact, factPath));
  }

  private static boolean isWithin(String path, String group) {
    return path.startsWith(group)
        && (path.length() == group.length() || path.charAt(group.length()) == '.');
  }
}
