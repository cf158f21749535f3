package rolecall.doctor;

import java.util.Map;
import java.util.Objects;

/**
 * A function.
 *
 * @param state {@code Active} and others
 * @param lastUpdate {@code Successful} and others
 * @param variables of its environment
 */
public record Function(String state, String lastUpdate, Map<String, String> variables) {
  public Function {
    Objects.requireNonNull(state, "state is null");
    Objects.requireNonNull(lastUpdate, "lastUpdate is null");
    variables = Map.copyOf(variables);
  }
}
