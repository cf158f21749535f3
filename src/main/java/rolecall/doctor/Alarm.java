package rolecall.doctor;

import java.util.Objects;

/**
 * An alarm of CloudWatch.
 *
 * @param state {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}
 * @param acts whether it tells anybody
 */
public record Alarm(String name, String state, boolean acts) {
  public Alarm {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(state, "state is null");
  }
}
