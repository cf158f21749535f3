package rolecall.cli;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user asked {@code lookup} for.
 *
 * @param aws whose Region, if one was chosen, is the only one to ask
 * @param left what an earlier run left unread; empty to begin anew
 * @param resume where to keep what this run leaves unread
 */
record LookupRequest(
    AwsChoice aws,
    Instant since,
    Instant until,
    Optional<ResumeFile.Left> left,
    Optional<ResumeFile> resume,
    ResultRequest results) {
  LookupRequest {
    Objects.requireNonNull(aws, "aws is null");
    Objects.requireNonNull(since, "since is null");
    Objects.requireNonNull(until, "until is null");
    Objects.requireNonNull(left, "left is null");
    Objects.requireNonNull(resume, "resume is null");
    Objects.requireNonNull(results, "results is null");
  }
}
