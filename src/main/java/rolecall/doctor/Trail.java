package rolecall.doctor;

import java.util.Objects;
import java.util.Optional;
import rolecall.json.Json;

/**
 * A trail, as it is set.
 *
 * @param home the Region that it is set in
 * @param multiRegion whether it records every Region
 * @param globalEvents whether it records IAM and the global endpoint of STS
 * @param delivery how it does
 * @param selectors which events it records, as {@code GetEventSelectors} answers
 */
public record Trail(
    String name,
    String home,
    boolean multiRegion,
    boolean globalEvents,
    Looked<Delivery> delivery,
    Looked<Json> selectors) {
  public Trail {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(home, "home is null");
    Objects.requireNonNull(delivery, "delivery is null");
    Objects.requireNonNull(selectors, "selectors is null");
  }

  /**
   * How a trail does.
   *
   * @param logging whether it records at all
   * @param error why the last log file could not be written, if it could not
   */
  public record Delivery(boolean logging, Optional<String> error) {
    public Delivery {
      Objects.requireNonNull(error, "error is null");
    }
  }
}
