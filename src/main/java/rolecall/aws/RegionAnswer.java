package rolecall.aws;

import java.util.List;
import java.util.Objects;
import rolecall.record.TrailRecord;

/** What one Region answered to a question. */
sealed interface RegionAnswer {
  /**
   * All events that CloudTrail lists there.
   *
   * @param broken how many of them are no records
   */
  record Listed(List<TrailRecord> records, long broken) implements RegionAnswer {
    public Listed {
      records = List.copyOf(records);
    }
  }

  /** The account does not have the Region on, so nothing can have happened there. */
  record Off() implements RegionAnswer {}

  record Failed(AwsFailure failure) implements RegionAnswer {
    public Failed {
      Objects.requireNonNull(failure, "failure is null");
    }
  }

  /** Time was over before all was listed. */
  record Late() implements RegionAnswer {}

  /** No call was left before all was listed. */
  record Spent() implements RegionAnswer {}
}
