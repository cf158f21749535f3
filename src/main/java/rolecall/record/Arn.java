package rolecall.record;

import java.util.Objects;
import java.util.Optional;

/**
 * An Amazon Resource Name in its six parts, of any partition: {@code
 * arn:aws-us-gov:iam::111122223333:role/chime/Admin}.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov} or a newer one
 * @param service the service's name space: {@code iam}, {@code sts}
 * @param region empty for global services
 * @param account twelve digits; {@code aws} for what AWS owns; empty for some services
 * @param resource everything after the account: {@code role/chime/Admin}, {@code root}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">AWS: ARNs</a>
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {
  public Arn {
    Objects.requireNonNull(partition, "partition is null");
    Objects.requireNonNull(service, "service is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(resource, "resource is null");
  }

  /** The parts of a text; empty when it is no ARN. */
  public static Optional<Arn> parse(String text) {
    int service = text.startsWith("arn:") ? text.indexOf(':', 4) : -1;
    int region = text.indexOf(':', service + 1);
    int account = text.indexOf(':', region + 1);
    int resource = text.indexOf(':', account + 1);
    boolean whole = service > 4 && region > service && account > region && resource > account;
    if (!whole || resource == text.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Arn(
            text.substring(4, service),
            text.substring(service + 1, region),
            text.substring(region + 1, account),
            text.substring(account + 1, resource),
            text.substring(resource + 1)));
  }

  /** The kind of resource: {@code role}, {@code user}, {@code assumed-role}; else all of it. */
  public String resourceType() {
    int slash = resource.indexOf('/');
    return slash < 0 ? resource : resource.substring(0, slash);
  }

  /** What stands after the kind of resource, path included: {@code chime/Admin}; may be empty. */
  public String resourceId() {
    int slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash + 1);
  }

  /** The resource's own name, its path left out: {@code Admin}. */
  public String lastSegment() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  /** The ARN as AWS writes it. */
  public String text() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }
}
