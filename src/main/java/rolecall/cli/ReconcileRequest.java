package rolecall.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user asked {@code reconcile} for.
 *
 * @param stack the deployment's stack, after which its rules name things
 * @param table the deployment's table, where the stack may not be looked at
 * @param paths log files as written; none to ask CloudTrail itself
 * @param aws whose Region, if one was chosen, is the only one to ask CloudTrail in
 */
record ReconcileRequest(
    String stack,
    Optional<String> table,
    List<String> paths,
    int threads,
    AwsChoice aws,
    Instant since,
    Instant until,
    ResultRequest results) {
  ReconcileRequest {
    Objects.requireNonNull(stack, "stack is null");
    Objects.requireNonNull(table, "table is null");
    paths = List.copyOf(paths);
    Objects.requireNonNull(aws, "aws is null");
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(until, "until is null");
    Objects.requireNonNull(results, "results is null");
  }
}
