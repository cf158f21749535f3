package rolecall.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Severity;
import rolecall.report.Format;

/**
 * What a user asked {@code scan} for.
 *
 * @param paths as written; {@code -} is standard input
 * @param aws for the paths that lie in S3
 * @param policy empty for the shipped policy
 * @param output empty for standard output
 * @param failOn findings at or above it make the exit code 1
 * @param floor findings below it are not shown
 */
record ScanRequest(
    List<String> paths,
    AwsChoice aws,
    Optional<Path> policy,
    Format format,
    Optional<Path> output,
    Severity failOn,
    Severity floor,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Path> baseline,
    int threads,
    boolean quiet,
    boolean colour,
    boolean showObserved) {
  ScanRequest {
    paths = List.copyOf(paths);
    Objects.requireNonNull(aws, "aws is null");
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
