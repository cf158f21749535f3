package rolecall.record;

import java.util.Objects;
import rolecall.json.Json;

/**
 * Which management events a trail's selectors record, judged as {@code trail-weakened} judges a
 * change of them: leaving out KMS or RDS Data leaves a trail whole, anything else does not.
 *
 * @param reads whether every call that reads is recorded, AssumeRole among them
 * @param writes the same for calls that write
 * @param understood whether every selector has a form that AWS documents
 */
public record TrailCoverage(boolean reads, boolean writes, boolean understood) {
  /**
   * Of what {@code GetEventSelectors} answers.
   *
   * @param selectors an object with the array {@code eventSelectors} or {@code
   *     advancedEventSelectors}
   */
  public static TrailCoverage of(Json selectors) {
    Objects.requireNonNull(selectors, "selectors is null");
    Selected selected = EventSelectors.read(selectors);
    return new TrailCoverage(selected.reads(), selected.writes(), selected.odd().isEmpty());
  }
}
