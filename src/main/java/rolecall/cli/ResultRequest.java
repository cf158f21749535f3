package rolecall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Severity;
import rolecall.report.Format;

/**
 * By which policy records are to be judged, and what is to be told how.
 *
 * @param policy empty for the shipped policy
 * @param output empty for standard output
 * @param failOn findings at or above it make the exit code 1
 * @param floor findings below it are not shown
 */
record ResultRequest(
    Optional<Path> policy,
    Format format,
    Optional<Path> output,
    Severity failOn,
    Severity floor,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Path> baseline,
    boolean quiet,
    boolean colour,
    boolean showObserved) {
  ResultRequest {
    Objects.requireNonNull(policy, "policy is null");
    Objects.requireNonNull(format, "format is null");
    Objects.requireNonNull(output, "output is null");
    Objects.requireNonNull(failOn, "failOn is null");
    Objects.requireNonNull(floor, "floor is null");
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(until, "until is null");
    Objects.requireNonNull(baseline, "baseline is null");
  }
}
