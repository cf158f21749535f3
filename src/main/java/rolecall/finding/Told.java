package rolecall.finding;

import java.util.Objects;

/**
 * A finding that is told, or shown as observed.
 *
 * @param repeats how many further events like it fell into its quiet window
 */
public record Told(Finding finding, int repeats) {
  public Told {
    Objects.requireNonNull(finding, "finding is null");
  }
}
