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
      // It was judged, found wrong, claimed and told, and only the prompter heard it.
      assertThat(outcome.fates()).containsEntry(Fate.ALERTED, 1L);
      assertThat(outcome.alertsPublished()).isEqualTo(1);
      assertThat(outcome.alertsNotPublished()).isZero();
      assertThat(outcome.storeUnavailable()).isZero();
      assertThat(aws.asked()).isEmpty();
    }
  }

  @Test
  void it_stays_on_this_machine_when_configured_endpoints_are_to_be_ignored() {
    try (StandIn aws = StandIn.start()) {
      Map<String, String> variables = InProcess.variables(aws);
      variables.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
      assertThat(new Rehearsal(variables).rehearse().alertsPublished()).isEqualTo(1);
    }
  }

  @Test
  void it_may_be_done_again() {
    try (StandIn aws = StandIn.start()) {
      Rehearsal rehearsal = new Rehearsal(InProcess.variables(aws));
      assertThat(rehearsal.rehearse().alertsPublished()).isEqualTo(1);
      assertThat(rehearsal.rehearse().alertsPublished()).isEqualTo(1);
    }
  }

  @Test
  void it_asks_for_no_policy() {
    try (StandIn aws = StandIn.start()) {
      Map<String, String> variables = InProcess.variables(aws);
      variables.put("ROLECALL_POLICY_URI", "s3://example-bucket/policy.yaml");
      assertThat(new Rehearsal(variables).rehearse().alertsPublished()).isEqualTo(1);
      assertThat(aws.asked()).isEmpty();
    }
  }
}
