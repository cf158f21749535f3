package rolecall.cli;

import java.util.List;
import java.util.Objects;

/**
 * What a user asked {@code scan} for.
 *
 * @param paths as written; {@code -} is standard input
 * @param aws for the paths that lie in S3
 */
record ScanRequest(List<String> paths, AwsChoice aws, int threads, ResultRequest results) {
  ScanRequest {
    paths = List.copyOf(paths);
    Objects.requireNonNull(aws, "aws is null");
    Objects.requireNonNull(results, "results is null");
  }
}
