package rolecall.doctor;

import java.util.Objects;

/**
 * What feeds a function from a queue.
 *
 * @param state {@code Enabled} and others
 * @param from the ARN of the queue
 * @param to the ARN of the function or its alias
 * @param lastResult how the last batch went: {@code OK}, {@code PROBLEM: …}, or nothing
 */
public record Mapping(String state, String from, String to, String lastResult) {
  public Mapping {
    Objects.requireNonNull(state, "state is null");
    Objects.requireNonNull(from, "from is null");
    Objects.requireNonNull(to, "to is null");
    Objects.requireNonNull(lastResult, "lastResult is null");
  }
}
