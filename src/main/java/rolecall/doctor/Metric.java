package rolecall.doctor;

import java.util.Objects;

/** A metric of CloudWatch with its one dimension. */
public record Metric(String namespace, String name, String dimension, String value) {
  public Metric {
    Objects.requireNonNull(namespace, "namespace is null");
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(dimension, "dimension is null");
    Objects.requireNonNull(value, "value is null");
  }
}
