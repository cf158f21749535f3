package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.StandIn;

class DoctorCommandTest {
  private static final String KEY_ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private final StandIn aws = StandIn.start();
  private final DoctoredAccount account = new DoctoredAccount();

  /** The SDK reads these as it reads the variables, which a process cannot set for itself. */
  @BeforeEach
  void signIn() {
    System.setProperty(KEY_ID, "AKIAIOSFODNN7EXAMPLE");
    System.setProperty(SECRET, "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    aws.otherwise(account::answer);
  }

  @AfterEach
  void signOut() {
    System.clearProperty(KEY_ID);
    System.clearProperty(SECRET);
    aws.close();
  }

  private Ran doctor(String... more) {
    String[] words = new String[more.length + 5];
    words[0] = "doctor";
    words[1] = "--endpoint-url";
    words[2] = aws.url();
    words[3] = "--region";
    words[4] = "us-east-1";
    System.arraycopy(more, 0, words, 5, more.length);
    return Ran.with(words);
  }

  /** What is not ok, with its fixes, and the line of counts. */
  private String complaints(Ran ran) {
    return ran.out()
        .lines()
        .filter(line -> !line.startsWith("ok "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void each_thing_that_is_well_is_a_line() {
    assertThat(doctor())
        .isEqualTo(
            new Ran(
                """
                ok       trail         management-events logs all management events, reads and writes, of all Regions
                ok       stack         rolecall in us-east-1 is UPDATE_COMPLETE
                ok       rules         all 8 are on and deliver to the buffer
                ok       schedule      HeartbeatSchedule is ENABLED
                ok       schedule      ReconciliationSchedule is ENABLED
                ok       hub rules     all 8 are on and deliver to the buffer
                ok       region        every other Region that is on forwards: eu-west-1
                ok       buffer        0 waiting, 0 in work
                ok       dead letters  BufferDeadLetters is empty
                ok       dead letters  RuleDeadLetters is empty
                ok       function      MonitorFunction is Active and names this stack's topic and table
                ok       function      no reserved concurrency holds it back
                ok       function      its event source mapping from the buffer is Enabled
                ok       policy        the one that comes with the function
                ok       table         ToldTable is ACTIVE, items expire
                ok       topic         AlertTopic is heard by 1 email
                ok       topic         AlarmTopic is heard by 1 email
                ok       heartbeat     3 came through the whole path in the last 45 minutes
                ok       alarm         none of 1 is in ALARM, and each tells somebody
                19 ok, 0 wrong, 0 unknown
                """,
                "",
                0));
  }

  @Test
  void nothing_is_asked_for_that_could_change_anything() {
    doctor();

    assertThat(aws.asked().stream().map(DoctoredAccount::operation).distinct())
        .allMatch(operation -> operation.matches("(Get|List|Describe)[A-Za-z]+"))
        .hasSize(17);
  }

  @Test
  void trails_and_spokes_are_asked_in_their_own_regions() {
    doctor();

    assertThat(regionsOf("DescribeTrails")).containsExactly("us-east-1");
    assertThat(regionsOf("GetTrailStatus")).containsExactly("eu-central-1");
    assertThat(regionsOf("GetEventSelectors")).containsExactly("eu-central-1");
    assertThat(regionsOf("ListRules")).containsExactly("us-east-1", "us-east-1", "eu-west-1");
    assertThat(regionsOf("GetQueueAttributes")).containsOnly("us-east-1");
  }

  private List<String> regionsOf(String operation) {
    return aws.asked().stream()
        .filter(asked -> DoctoredAccount.operation(asked).equals(operation))
        .map(asked -> asked.signedIn().orElseThrow())
        .toList();
  }

  @Test
  void json_is_one_document_with_the_same_answers() throws Exception {
    account.json("GetFunctionConcurrency", "{\"ReservedConcurrentExecutions\":0}");
    account.json("DescribeTrails", "{\"trailList\":[]}");
    Ran ran = doctor("--format", "JSON");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .hasLineCount(1)
        .startsWith(
            "{\"summary\":{\"ok\":17,\"wrong\":2,\"unknown\":0},\"checks\":[{\"check\":\"trail\","
                + "\"state\":\"wrong\",\"found\":\"there is no trail, and without one EventBridge"
                + " hears of no call\",\"fix\":\"Make one trail log")
        .contains(
            ",{\"check\":\"stack\",\"state\":\"ok\",\"found\":\"rolecall in us-east-1 is"
                + " UPDATE_COMPLETE\",\"fix\":null},");
  }

  @Test
  void whatever_is_broken_is_told_with_its_fix() {
    account.json(
        "GetEventSelectors",
        """
        {"AdvancedEventSelectors":[{"FieldSelectors":[
          {"Field":"eventCategory","Equals":["Management"]},
          {"Field":"readOnly","Equals":["false"]}]}]}
        """);
    account.on(
        "ListRules",
        asked ->
            Answers.json(
                200, DoctoredAccount.rules(asked, Map.of("rolecall-SignIns", "DISABLED"))));
    account.json("GetEventSourceMapping", DoctoredAccount.mapping("Disabled"));
    account.on("ListSubscriptionsByTopic", asked -> DoctoredAccount.subscriptions("Deleted"));
    account.on("GetMetricStatistics", asked -> DoctoredAccount.metric(asked, "0.0"));
    account.on("DescribeAlarms", asked -> DoctoredAccount.alarms("ALARM", false));
    account.on("DescribeTable", asked -> notThere("ResourceNotFoundException"));

    Ran ran = doctor();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(complaints(ran))
        .isEqualTo(
            """
            wrong    trail         no trail records everything: management-events records not all management events that read, AssumeRole among them
                                   fix: Make one trail log all management events, reads and writes, of all Regions with global service events: aws cloudtrail create-trail --is-multi-region-trail, then put-event-selectors and start-logging.
            wrong    rules         SignIns is DISABLED
                                   fix: Set the state of rolecall-SignIns to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS again; ask CloudTrail who called DisableRule or PutRule.
            wrong    function      its event source mapping is Disabled
                                   fix: Run: aws lambda update-event-source-mapping --uuid 0a1b2c3d --enabled --function-name arn:aws:lambda:us-east-1:111122223333:function:rolecall-fn:live; ask CloudTrail who changed it.
            wrong    table         ToldTable is gone, so repeats are told again
                                   fix: Take the table out of the template, deploy, put it back and deploy again; ask CloudTrail who called DeleteTable.
            wrong    topic         nobody hears AlertTopic
                                   fix: Run: aws sns subscribe --topic-arn arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic --protocol email --notification-endpoint ADDRESS, and confirm it. A mail's own link may have ended the last one.
            wrong    topic         nobody hears AlarmTopic
                                   fix: Run: aws sns subscribe --topic-arn arn:aws:sns:us-east-1:111122223333:rolecall-AlarmTopic --protocol email --notification-endpoint ADDRESS, and confirm it. A mail's own link may have ended the last one.
            wrong    heartbeat     none came through in the last 45 minutes: the monitor is blind
                                   fix: Look at the heartbeat's rule, the buffer, the event source mapping and the function, in this order. After a deployment the first takes up to 15 minutes.
            wrong    alarm         HeartbeatAlarm is in ALARM
                                   fix: Its description says what to look at.
            wrong    alarm         HeartbeatAlarm tells nobody
                                   fix: Run: aws cloudwatch enable-alarm-actions --alarm-names rolecall-HeartbeatAlarm; if it has none, deploy it anew. Ask CloudTrail who called DisableAlarmActions.
            11 ok, 9 wrong, 0 unknown
            """);
  }

  private static Answer notThere(String type) {
    return Answers.jsonError(400, type, "hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeTrails,cloudtrail,1",
    "GetTrailStatus,cloudtrail,1",
    "GetEventSelectors,cloudtrail,1",
    "DescribeStacks,cloudformation,1",
    "ListStackResources,cloudformation,1",
    "ListRegions,account,1",
    "ListRules,events,3",
    "ListRuleNamesByTarget,events,3",
    "GetQueueAttributes,sqs,3",
    "GetFunctionConfiguration,lambda,1",
    "GetFunctionConcurrency,lambda,1",
    "GetEventSourceMapping,lambda,1",
    "DescribeTable,dynamodb,1",
    "DescribeTimeToLive,dynamodb,1",
    "ListSubscriptionsByTopic,sns,2",
    "GetMetricStatistics,cloudwatch,2",
    "DescribeAlarms,cloudwatch,1"
  })
  void a_denied_call_is_unknown_and_names_the_action_that_is_missing(
      String operation, String service, int lines) {
    boolean xml = List.of("cloudformation", "sns", "cloudwatch").contains(service);
    account.on(
        operation,
        asked ->
            xml
                ? Answers.snsError(403, "AccessDenied", "hunter2")
                : Answers.jsonError(400, "AccessDeniedException", "hunter2"));

    Ran ran = doctor();
    assertThat(ran.code()).isEqualTo(3);
    assertThat(complaints(ran).lines().filter(line -> line.startsWith("unknown "))).hasSize(lines);
    assertThat(ran.out())
        .contains("fix: Allow %s:%s to whoever calls.".formatted(service, operation))
        .contains("0 wrong, " + lines + " unknown")
        .doesNotContain("hunter2");
  }

  @Test
  void the_action_that_aws_itself_names_is_told() {
    account.on(
        "DescribeTable",
        asked ->
            Answers.jsonError(
                400,
                "AccessDeniedException",
                "User: x is not authorized to perform: dynamodb:DescribeTable on resource: y"));

    assertThat(doctor().out()).contains("fix: Allow dynamodb:DescribeTable to whoever calls.");
  }

  @Test
  void what_is_unknown_outranks_what_is_wrong() {
    account.json("DescribeTrails", "{\"trailList\":[]}");
    account.on("DescribeAlarms", asked -> Answers.snsError(403, "AccessDenied", "no"));

    Ran ran = doctor();
    assertThat(ran.out()).endsWith("17 ok, 1 wrong, 1 unknown\n");
    assertThat(ran.code()).isEqualTo(3);
  }

  @Test
  void throttled_calls_are_unknown_and_may_be_made_again() {
    account.on(
        "DescribeTimeToLive", asked -> Answers.jsonError(400, "ThrottlingException", "slow"));

    assertThat(complaints(doctor()))
        .isEqualTo(
            """
            unknown  table         whether items expire could not be read: AWS throttles the calls (ThrottlingException)
                                   fix: Ask again later.
            18 ok, 0 wrong, 1 unknown
            """);
  }

  @Test
  void a_region_that_does_not_answer_is_unknown_and_not_blind() {
    account.on(
        "ListRules",
        asked ->
            asked.signedIn().equals(Optional.of("eu-west-1"))
                ? Answers.jsonError(400, "UnrecognizedClientException", "hunter2")
                : Answers.json(200, DoctoredAccount.rules(asked, Map.of())));

    assertThat(complaints(doctor()))
        .isEqualTo(
            """
            unknown  region        the rules of eu-west-1 could not be read: AWS does not take the credentials (UnrecognizedClientException)
                                   fix: Check the access key, the session token and the Region.
            18 ok, 0 wrong, 1 unknown
            """);
  }

  @Test
  void credentials_that_aws_does_not_take_are_one_line() {
    account.on(
        "DescribeTrails",
        asked -> Answers.jsonError(400, "UnrecognizedClientException", "hunter2"));

    assertThat(doctor())
        .isEqualTo(
            new Ran(
                """
                unknown  account       anything could not be read: AWS does not take the credentials (UnrecognizedClientException)
                                       fix: Check the access key, the session token and the Region.
                0 ok, 0 wrong, 1 unknown
                """,
                "",
                3));
  }

  @Test
  void a_stack_that_is_not_there_is_told_and_the_trail_is_looked_at() {
    account.on(
        "DescribeStacks",
        asked -> Answers.snsError(400, "ValidationError", "Stack with id watch does not exist"));

    assertThat(doctor("--stack", "watch"))
        .isEqualTo(
            new Ran(
                """
                ok       trail         management-events logs all management events, reads and writes, of all Regions
                wrong    stack         there is no stack watch in this Region
                                       fix: Deploy it by sam deploy --guided, or name it by --stack and its Region by --region.
                1 ok, 1 wrong, 0 unknown
                """,
                "",
                1));
  }

  @Test
  void a_policy_in_s3_is_asked_for_without_being_read() {
    account.on(
        "DescribeStacks",
        asked ->
            DoctoredAccount.stack(
                "UPDATE_COMPLETE",
                "<member><ParameterKey>PolicyBucket</ParameterKey><ParameterValue>example-policy"
                    + "</ParameterValue></member>"));
    account.on("HeadObject", asked -> Answer.reply(404, "application/xml", ""));
    assertThat(doctor().out())
        .contains("s3://example-policy/policy.yaml is not there, so another policy judges");

    account.on("HeadObject", asked -> Answer.reply(403, "application/xml", ""));
    assertThat(doctor().out()).contains("fix: Allow s3:GetObject to whoever calls.");

    account.on(
        "HeadObject",
        asked ->
            Answer.reply(200, "application/x-yaml", "")
                .with("Last-Modified", "Sun, 01 Mar 2026 12:00:00 GMT"));
    assertThat(doctor().out())
        .contains("s3://example-policy/policy.yaml was last changed 1 day ago");
  }

  @Test
  void words_that_mean_nothing_are_refused() {
    assertThat(Ran.with("doctor", "--format", "jsn"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: --format takes table or json, not 'jsn'; did you mean json?
                rolecall: 'rolecall doctor --help' shows the right usage.
                """,
                2));
    assertThat(Ran.with("doctor", "--stack", "a/b").err())
        .startsWith("rolecall: --stack takes the name of a stack such as rolecall, not 'a/b'.\n");
    assertThat(Ran.with("doctor", "now").code()).isEqualTo(2);
    assertThat(aws.asked()).isEmpty();
  }
}
