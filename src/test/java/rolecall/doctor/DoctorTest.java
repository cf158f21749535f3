package rolecall.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.doctor.HealthyAccount.NOW;
import static rolecall.doctor.HealthyAccount.denied;
import static rolecall.doctor.HealthyAccount.seen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private final HealthyAccount account = new HealthyAccount();

  /** What is not ok, one text each. */
  private List<String> complaints() {
    return new Doctor(account, NOW)
        .examine("rolecall").stream()
            .filter(line -> !(line.result() instanceof Line.Ok))
            .map(DoctorTest::text)
            .toList();
  }

  private static String text(Line line) {
    String word =
        switch (line.result()) {
          case Line.Ok _ -> "ok";
          case Line.Wrong _ -> "wrong";
          case Line.Unknown _ -> "unknown";
        };
    return "%s %s: %s. %s"
        .formatted(word, line.check(), line.result().found(), line.result().fix().orElse(""));
  }

  @Test
  void nothing_is_wrong_with_a_healthy_account() {
    assertThat(complaints()).isEmpty();
    assertThat(new Doctor(account, NOW).examine("rolecall")).hasSize(19);
  }

  @Test
  void without_a_way_to_aws_there_is_one_line() {
    account.trails = new Looked.Unseen<>("no AWS credentials were found", "Sign in.", true);

    assertThat(complaints())
        .containsExactly(
            "unknown account: anything could not be read: no AWS credentials were found. Sign in.");
  }

  @Test
  void trails_that_may_not_be_read_leave_the_rest_to_be_looked_at() {
    account.trails = denied("cloudtrail:DescribeTrails");

    assertThat(complaints())
        .containsExactly(
            "unknown trail: the trails could not be read: AWS denies the call (AccessDenied)."
                + " Allow cloudtrail:DescribeTrails to whoever calls.");
    assertThat(new Doctor(account, NOW).examine("rolecall")).hasSize(19);
  }

  @Test
  void a_stack_that_is_not_there_is_wrong_and_one_that_may_not_be_read_is_unknown() {
    account.stackIsThere = false;
    assertThat(complaints())
        .containsExactly(
            "wrong stack: there is no stack rolecall in this Region. Deploy it by sam deploy"
                + " --guided, or name it by --stack and its Region by --region.");

    account.stack = denied("cloudformation:DescribeStacks");
    assertThat(complaints())
        .containsExactly(
            "unknown stack: the stack rolecall, and with it all of its parts, could not be read:"
                + " AWS denies the call (AccessDenied). Allow cloudformation:DescribeStacks to"
                + " whoever calls.");
  }

  @Test
  void a_stack_in_change_is_unknown_and_a_failed_one_wrong_and_one_rolled_back_whole() {
    account.status = "UPDATE_IN_PROGRESS";
    assertThat(complaints())
        .containsExactly(
            "unknown stack: rolecall in us-east-1 is UPDATE_IN_PROGRESS. Ask again when the"
                + " deployment is over.");
    account.status = "UPDATE_ROLLBACK_FAILED";
    assertThat(complaints())
        .containsExactly(
            "wrong stack: rolecall in us-east-1 is UPDATE_ROLLBACK_FAILED. Read the stack's events"
                + " in CloudFormation, mend the cause and deploy.");
    account.status = "ROLLBACK_COMPLETE";
    assertThat(complaints()).hasSize(1);
    account.status = "UPDATE_ROLLBACK_COMPLETE";
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_switched_off_schedule_is_told_once() {
    account.parameters.put("Heartbeat", "off");
    account.rules.get("us-east-1/default").put("rolecall-HeartbeatSchedule", "DISABLED");
    account.heartbeats = seen(OptionalDouble.empty());

    assertThat(complaints())
        .containsExactly(
            "wrong schedule: Heartbeat is switched off by the stack's parameter. Deploy with"
                + " Heartbeat=on.");
  }

  @Test
  void a_schedule_that_somebody_disabled_is_wrong() {
    account.rules.get("us-east-1/default").put("rolecall-ReconciliationSchedule", "DISABLED");

    assertThat(complaints())
        .containsExactly(
            "wrong schedule: ReconciliationSchedule is DISABLED. Enable"
                + " rolecall-ReconciliationSchedule, or deploy it anew if it is gone; ask"
                + " CloudTrail who called DisableRule or DeleteRule.");
  }

  @Test
  void silence_is_wrong_whether_nothing_or_zero_was_measured() {
    String silent =
        "wrong heartbeat: none came through in the last 45 minutes: the monitor is blind. Look at"
            + " the heartbeat's rule, the buffer, the event source mapping and the function, in"
            + " this order. After a deployment the first takes up to 15 minutes.";
    account.heartbeats = seen(OptionalDouble.empty());
    assertThat(complaints()).containsExactly(silent);
    account.heartbeats = seen(OptionalDouble.of(0));
    assertThat(complaints()).containsExactly(silent);
    account.heartbeats = seen(OptionalDouble.of(1));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_buffer_is_too_old_after_ten_minutes_however_much_it_holds() {
    String url = "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-Buffer";
    account.backlogs.put(url, seen(new Backlog(5_000, 50)));
    account.age = seen(OptionalDouble.of(600));
    assertThat(complaints()).isEmpty();

    account.age = seen(OptionalDouble.of(601));
    assertThat(complaints())
        .containsExactly(
            "wrong buffer: 5000 waiting, 50 in work, the oldest for 10 minutes. Look whether the"
                + " function fails or is throttled, and whether its event source mapping is"
                + " enabled.");
  }

  @Test
  void a_single_dead_letter_is_wrong_even_while_somebody_reads_it() {
    String url = "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-";
    account.backlogs.put(url + "BufferDeadLetters", seen(new Backlog(1, 0)));
    account.backlogs.put(url + "RuleDeadLetters", seen(new Backlog(0, 2)));

    assertThat(complaints())
        .containsExactly(
            "wrong dead letters: BufferDeadLetters holds 1 that the function gave up. Read the"
                + " function's log, mend the cause, then: aws sqs start-message-move-task.",
            "wrong dead letters: RuleDeadLetters holds 2 that the rules could not deliver. Read"
                + " ERROR_CODE in a message's attributes; most often the buffer's policy was"
                + " changed.");
  }

  @Test
  void a_queue_that_is_gone_is_wrong_and_one_that_may_not_be_read_unknown() {
    String url = "https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-";
    account.backlogs.put(url + "Buffer", new Looked.Missing<>());
    account.backlogs.put(url + "RuleDeadLetters", denied("sqs:GetQueueAttributes"));

    assertThat(complaints())
        .containsExactly(
            "wrong buffer: the buffer is gone. Take the queue out of the template, deploy, put it"
                + " back and deploy again; ask CloudTrail who called DeleteQueue.",
            "unknown dead letters: RuleDeadLetters could not be read: AWS denies the call"
                + " (AccessDenied). Allow sqs:GetQueueAttributes to whoever calls.");
  }

  @Test
  void a_topic_that_nobody_hears_or_that_waits_for_a_confirmation_is_wrong() {
    account.subscriptions.put(HealthyAccount.TOPIC, seen(List.of()));
    account.subscriptions.put(
        "arn:aws:sns:us-east-1:111122223333:rolecall-AlarmTopic",
        seen(List.of(new Subscription("email", false))));
    assertThat(complaints())
        .containsExactly(
            "wrong topic: nobody hears AlertTopic. Run: aws sns subscribe --topic-arn "
                + HealthyAccount.TOPIC
                + " --protocol email --notification-endpoint ADDRESS, and confirm it. A mail's own"
                + " link may have ended the last one.",
            "wrong topic: nobody hears AlarmTopic: 1 not confirmed. Confirm by the mail that SNS"
                + " sent; look for it among unwanted mail.");

    account.subscriptions.put(
        HealthyAccount.TOPIC,
        seen(
            List.of(
                new Subscription("sqs", true),
                new Subscription("email", true),
                new Subscription("email", true),
                new Subscription("email", false))));
    assertThat(complaints())
        .first()
        .isEqualTo(
            "wrong topic: AlertTopic is heard by 2 email, 1 sqs, but 1 not confirmed. Confirm by"
                + " the mail that SNS sent, or end the subscription.");
  }

  @Test
  void a_table_must_be_usable_and_forget_by_the_right_attribute() {
    account.table = seen(new Table("ACTIVE", seen(Optional.of("ttl"))));
    String forgetsNothing =
        "wrong table: ToldTable is ACTIVE, but its items do not expire by 'expires'. Run: aws"
            + " dynamodb update-time-to-live --table-name rolecall-ToldTable"
            + " --time-to-live-specification Enabled=true,AttributeName=expires.";
    assertThat(complaints()).containsExactly(forgetsNothing);
    account.table = seen(new Table("ACTIVE", seen(Optional.empty())));
    assertThat(complaints()).containsExactly(forgetsNothing);
    account.table = seen(new Table("INACCESSIBLE_ENCRYPTION_CREDENTIALS", seen(Optional.empty())));
    assertThat(complaints())
        .containsExactly(
            "wrong table: ToldTable is INACCESSIBLE_ENCRYPTION_CREDENTIALS. Look at the table in"
                + " DynamoDB's console; alerts go out meanwhile, repeats too.");
    account.table = seen(new Table("ACTIVE", denied("dynamodb:DescribeTimeToLive")));
    assertThat(complaints())
        .containsExactly(
            "unknown table: whether items expire could not be read: AWS denies the call"
                + " (AccessDenied). Allow dynamodb:DescribeTimeToLive to whoever calls.");
    account.table = seen(new Table("UPDATING", seen(Optional.of("expires"))));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_policy_that_the_stack_names_must_be_there() {
    account.parameters.putAll(Map.of("PolicyBucket", "example-policy", "PolicyKey", "p.yaml"));
    assertThat(new Doctor(account, NOW).examine("rolecall"))
        .contains(Line.ok("policy", "s3://example-policy/p.yaml was last changed 3 days ago"));
    account.changed = seen(NOW.plus(Duration.ofMinutes(1)));
    assertThat(complaints()).isEmpty();
    account.changed = new Looked.Missing<>();
    assertThat(complaints())
        .containsExactly(
            "wrong policy: s3://example-policy/p.yaml is not there, so another policy judges. Put"
                + " the policy there, or deploy without PolicyBucket.");
  }

  @Test
  void alarms_must_be_there_be_calm_and_tell_somebody() {
    account.alarms = seen(List.of(new Alarm("rolecall-A", "ALARM", false)));
    assertThat(complaints())
        .containsExactly(
            "wrong alarm: OneAlarm is in ALARM. Its description says what to look at.",
            "wrong alarm: OneAlarm tells nobody. Run: aws cloudwatch enable-alarm-actions"
                + " --alarm-names rolecall-A; if it has none, deploy it anew. Ask CloudTrail who"
                + " called DisableAlarmActions.",
            "wrong alarm: OtherAlarm is gone. Take the alarm out of the template, deploy, put it"
                + " back and deploy again; ask CloudTrail who called DeleteAlarms.");
    account.alarms =
        seen(
            List.of(
                new Alarm("rolecall-A", "INSUFFICIENT_DATA", true),
                new Alarm("rolecall-B", "OK", true)));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void regions_that_are_on_must_forward_to_the_hub() {
    account.regions = seen(List.of("us-west-2", "us-east-1", "ap-south-1", "eu-west-1"));
    assertThat(complaints())
        .containsExactly(
            "wrong region: blind, for want of a spoke: ap-south-1, us-west-2. Deploy spoke.yaml"
                + " there with HubBusArn="
                + HealthyAccount.HUB
                + ", or disable the Regions for the account.");
    account.regions = seen(List.of("us-east-1"));
    assertThat(complaints()).isEmpty();
    account.regions = denied("account:ListRegions");
    assertThat(complaints())
        .containsExactly(
            "unknown region: which Regions are on could not be read: AWS denies the call"
                + " (AccessDenied). Allow account:ListRegions to whoever calls.");
  }

  @Test
  void a_spoke_whose_rules_were_weakened_is_told_by_its_region() {
    account.rules.get("eu-west-1/default").put("rolecall-sign-ins", "DISABLED");
    account.rules.get("eu-west-1/default").remove("rolecall-own-data");
    account.delivering.put("eu-west-1/default", Set.of("rolecall-sign-ins"));

    List<String> complaints = complaints();
    assertThat(complaints)
        .hasSize(8)
        .contains(
            "wrong region: eu-west-1: SignIns is DISABLED. Set the state of rolecall-sign-ins to"
                + " ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS again; ask CloudTrail who called"
                + " DisableRule or PutRule.",
            "wrong region: eu-west-1: OwnData is gone. Take the rule out of the template, deploy,"
                + " put it back and deploy again; ask CloudTrail who called DeleteRule on"
                + " rolecall-own-data.",
            "wrong region: eu-west-1: Assumptions does not deliver to the hub bus. Change the"
                + " rule's Description in the template and deploy, which sets its targets again;"
                + " ask CloudTrail who called RemoveTargets or PutTargets on"
                + " rolecall-assumptions.");
  }
}
