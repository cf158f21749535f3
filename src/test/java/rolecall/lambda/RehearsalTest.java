package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.StandIn;
import rolecall.monitor.Fate;
import rolecall.monitor.Outcome;

class RehearsalTest {
  @Test
  void it_goes_the_whole_way_and_publishes_nothing() {
    try (StandIn aws = StandIn.start().otherwise(_ -> Answers.published("id-1"))) {
      Map<String, String> variables = InProcess.variables(aws);
      variables.put("AWS_ENDPOINT_URL_SNS", aws.url());
      variables.put("AWS_ENDPOINT_URL_DYNAMODB", aws.url());
      variables.put("ROLECALL_TABLE_NAME", "rolecall");
      Outcome outcome = new Rehearsal(variables).rehearse();
      // It was judged, found wrong, tried to be claimed and to be told, and nobody listened.
      assertThat(outcome.fates()).containsEntry(Fate.FAILED, 1L);
      assertThat(outcome.alertsNotPublished()).isEqualTo(1);
      assertThat(outcome.storeUnavailable()).isEqualTo(1);
      assertThat(aws.asked()).isEmpty();
    }
  }

  @Test
  void it_asks_for_no_policy() {
    try (StandIn aws = StandIn.start()) {
      Map<String, String> variables = InProcess.variables(aws);
      variables.put("ROLECALL_POLICY_URI", "s3://example-bucket/policy.yaml");
      assertThat(new Rehearsal(variables).rehearse().alertsNotPublished()).isEqualTo(1);
      assertThat(aws.asked()).isEmpty();
    }
  }
}
