package rolecall.doctor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A stack made from template.yaml.
 *
 * @param arn its id
 * @param status {@code CREATE_COMPLETE} and others
 * @param parameters by name
 * @param parts in the order in which AWS lists them
 */
public record Stack(
    String name, String arn, String status, Map<String, String> parameters, List<Part> parts) {
  public Stack {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(status, "status is null");
    if (arn.split(":", -1).length < 6) {
      throw new IllegalArgumentException("not the ARN of a stack: " + arn);
    }
    parameters = Map.copyOf(parameters);
    parts = List.copyOf(parts);
  }

  /**
   * One resource.
   *
   * @param id as the template calls it
   * @param type {@code AWS::SQS::Queue}
   * @param physical what AWS calls it: a name, an address, an ARN
   */
  public record Part(String id, String type, String physical) {
    public Part {
      Objects.requireNonNull(id, "id is null");
      Objects.requireNonNull(type, "type is null");
      Objects.requireNonNull(physical, "physical is null");
    }
  }

  /** What AWS calls the resource of that id; empty when the stack has none. */
  public Optional<String> physical(String id) {
    return parts.stream().filter(part -> part.id().equals(id)).map(Part::physical).findFirst();
  }

  /** A parameter's value; empty when it has none or an empty one. */
  Optional<String> parameter(String key) {
    return Optional.ofNullable(parameters.get(key)).filter(value -> !value.isEmpty());
  }

  /** The Region that it is in. */
  public String region() {
    return arnPart(3);
  }

  /** The ARN of something of this account and Region. */
  public String arnOf(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(arnPart(1), service, region(), arnPart(4), resource);
  }

  private String arnPart(int index) {
    return arn.split(":", -1)[index];
  }
}
