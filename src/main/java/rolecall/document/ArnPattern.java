package rolecall.document;

import java.util.Objects;
import java.util.Optional;

/**
 * An ARN of any partition in which wildcards may stand, cut at its first five colons as AWS cuts
 * it.
 *
 * @param written the whole
 * @param beforeAccount partition, service and region, with their colons
 * @param account may be empty or hold wildcards
 * @param resource everything after the account
 */
public record ArnPattern(String written, String beforeAccount, String account, String resource) {
  public ArnPattern {
    Objects.requireNonNull(written, "written is null");
    Objects.requireNonNull(beforeAccount, "beforeAccount is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(resource, "resource is null");
  }

  static Optional<ArnPattern> parse(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return Optional.empty();
    }
    String before = String.join(":", parts[1], parts[2], parts[3]);
    return Optional.of(new ArnPattern(text, before, parts[4], parts[5]));
  }

  /** The account, where the ARN leaves no doubt about it. */
  Optional<String> definiteAccount() {
    return AccountId.of(account);
  }

  /** {@code role}, {@code user}, {@code assumed-role}; all of it where no slash stands. */
  String resourceType() {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  /** What stands after the kind of resource: {@code token.actions.githubusercontent.com}. */
  String resourceId() {
    int slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash + 1);
  }
}
