package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.StandIn;
import rolecall.json.Json;
import rolecall.json.JsonReader;

/** The policy that stands in S3, as the function sees it change. */
class PolicyFromS3Test {
  private static final String BROKEN = "policy: broken\nrules: [";

  private final AtomicReference<Answer> policy = new AtomicReference<>();
  private final StandIn aws = StandIn.start().otherwise(this::answer);

  @AfterEach
  void stop() {
    aws.close();
  }

  private Answer answer(Asked asked) {
    return asked.signedFor().orElse("").equals("sns") ? Answers.published("id-1") : policy.get();
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("policies/default.yaml"));
  }

  private static Answer text(String yaml, String tag) {
    return Answers.object(yaml.getBytes(UTF_8), '"' + tag + '"', Optional.of("v-" + tag));
  }

  private InProcess function() {
    Map<String, String> variables = InProcess.variables(aws);
    variables.put("ROLECALL_POLICY_URI", "s3://example-bucket/policy.yaml");
    return new InProcess(variables);
  }

  private List<Asked> published() {
    return aws.asked().stream().filter(a -> a.signedFor().orElse("").equals("sns")).toList();
  }

  private static Json ocsf(Asked asked) throws Exception {
    String message = asked.form().get("Message");
    return JsonReader.read(JsonReader.read(message).get("sqs").text().orElseThrow());
  }

  private static String event() throws IOException {
    return Files.readString(Path.of("events/eventbridge/chime-slr-edit-refused.json"));
  }

  @Test
  void it_judges_by_the_policy_in_s3() throws Exception {
    String mine = shipped().replaceFirst("(?m)^name: default$", "name: mine");
    policy.set(text(mine, "t-1"));
    function().invoke(event());
    assertThat(ocsf(published().getFirst()).get("unmapped").get("policy").get("name").text())
        .contains("mine");
  }

  @Test
  void a_broken_policy_stops_it_at_the_start_with_the_reason() {
    policy.set(text(BROKEN, "t-1"));
    assertThatThrownBy(this::function)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("s3://example-bucket/policy.yaml")
        .hasMessageContaining("policy.yaml:2");
  }

  @Test
  void one_that_cannot_be_had_stops_it_at_the_start_with_the_reason() {
    policy.set(Answers.s3Error(403, "AccessDenied", "Access Denied"));
    assertThatThrownBy(this::function)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("s3:GetObject");
  }

  @Test
  void a_broken_successor_is_told_once_and_the_last_good_one_judges_on() throws Exception {
    policy.set(text(shipped().replaceFirst("(?m)^name: default$", "name: mine"), "t-1"));
    InProcess function = function();
    policy.set(text(BROKEN, "t-2"));
    function.invoke("{\"Records\":[]}");
    assertThat(published()).as("asked again only after a minute").isEmpty();

    function.later(Duration.ofSeconds(60));
    function.invoke("{\"Records\":[]}");
    assertThat(published()).hasSize(1);
    Json told = ocsf(published().getFirst());
    assertThat(told.get("finding_info").get("analytic").get("uid").text()).contains("not-judged");
    assertThat(told.get("message").text().orElse(""))
        .startsWith(
            "The policy s3://example-bucket/policy.yaml was not taken, and the last good one judges"
                + " on. Errors: 1.");
    assertThat(function.counters()).containsEntry("PolicyLoadFailed", "1");

    function.later(Duration.ofSeconds(60));
    function.invoke(event());
    assertThat(published()).hasSize(2);
    assertThat(ocsf(published().get(1)).get("unmapped").get("policy").get("name").text())
        .contains("mine");
    assertThat(function.counters()).containsEntry("PolicyLoadFailed", "1");

    policy.set(text(shipped().replaceFirst("(?m)^name: default$", "name: mended"), "t-3"));
    function.later(Duration.ofSeconds(60));
    function.invoke(event().replace("dana", "erin").replaceAll("(eventID\": *\")e", "$1f"));
    assertThat(ocsf(published().get(2)).get("unmapped").get("policy").get("name").text())
        .contains("mended");
    assertThat(function.counters()).doesNotContainKey("PolicyLoadFailed");
  }
}
