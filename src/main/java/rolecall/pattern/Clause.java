package rolecall.pattern;

import java.util.Objects;

/**
 * One condition of a pattern, tried on one document.
 *
 * @param path the field it reads, dotted: {@code role.watched}
 * @param wanted what would satisfy it, in words: {@code "denied" or prefix "AWSServiceRoleFor"}
 * @param found what stood there, in words: {@code "success"}, {@code nothing}
 * @param held whether it was satisfied
 */
public record Clause(String path, String wanted, String found, Truth held) {
  public Clause {
    Objects.requireNonNull(path, "path is null");
    Objects.requireNonNull(wanted, "wanted is null");
    Objects.requireNonNull(found, "found is null");
    Objects.requireNonNull(held, "held is null");
  }
}
