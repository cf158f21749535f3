package rolecall.monitor;

import java.util.Objects;
import rolecall.finding.Finding;
import rolecall.finding.Told;

/** A finding that is told, while its repeats are still being counted. Not thread-safe. */
final class Telling {
  private final Finding finding;
  private int repeats;

  Telling(Finding finding) {
    this.finding = Objects.requireNonNull(finding, "finding is null");
  }

  Finding finding() {
    return finding;
  }

  void repeat() {
    repeats++;
  }

  Told told() {
    return new Told(finding, repeats);
  }
}
