package rolecall.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answers;
import rolecall.aws.AwsClients;
import rolecall.aws.Instantly;
import rolecall.aws.StandIn;
import rolecall.aws.TrailTracer;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.lineage.Certainty;
import rolecall.lineage.Chain;
import rolecall.monitor.Fate;
import rolecall.monitor.Outcome;
import rolecall.record.TrailRecord;

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
  void the_prompter_lists_who_began_the_session() throws Exception {
    Json batch =
        JsonReader.read(Files.readString(Path.of("src/main/resources/rolecall/rehearsal.json")));
    Json event =
        JsonReader.read(batch.get("Records").items().getFirst().get("body").text().orElseThrow());
    try (Prompter prompter = new Prompter();
        AwsClients clients =
            AwsClients.forFunction(
                Map.of(
                    "AWS_ENDPOINT_URL", prompter.url(),
                    "AWS_REGION", "us-east-1",
                    "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                    "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))) {
      TrailTracer tracer =
          new TrailTracer(
              clients,
              () -> Instant.parse("2026-03-02T09:15:00Z"),
              new Instantly(),
              Optional.empty());
      Chain chain =
          tracer
              .trace(new TrailRecord((Json.Obj) event.get("detail")), Duration.ofSeconds(20))
              .chain();
      assertThat(chain.root().certainty()).as("%s", chain).isEqualTo(Certainty.PROVEN);
    }
  }

  @Test
  void a_function_that_looks_up_rehearses_that_as_well() {
    try (StandIn aws = StandIn.start()) {
      Map<String, String> variables = InProcess.variables(aws);
      variables.remove("ROLECALL_LINEAGE");
      variables.put("AWS_ENDPOINT_URL_CLOUDTRAIL", aws.url());
      Outcome outcome = new Rehearsal(variables).rehearse();
      assertThat(outcome.alertsPublished()).isEqualTo(1);
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
