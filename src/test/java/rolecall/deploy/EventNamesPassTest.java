package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.json.Members;
import rolecall.policy.FiringCases;

/** Every event that a shipped rule reads comes through, whoever makes it and however it ends. */
class EventNamesPassTest {
  private static final List<String> READING = List.of("Get", "List", "Describe");
  private static final Set<String> OF_CREDENTIALS = Set.of("sts", "signin", "rolesanywhere");

  /** Read only where the monitor itself is concerned. */
  private static final Set<String> BUSY = Set.of("kms", "logs", "ssm", "s3");

  private static final BusRules DEFAULT_BUS = BusRules.onDefaultBus("rolecall");
  private static final BusRules HUB_BUS = BusRules.onHubBus("rolecall");
  private static final BusRules SPOKE = BusRules.inSpoke();

  private static Members person() {
    return new Members()
        .text("type", "IAMUser")
        .text("arn", "arn:aws:iam::111122223333:user/dana")
        .text("accountId", "111122223333")
        .text("userName", "dana");
  }

  private static List<Json.Obj> callers() {
    return List.of(
        person().build(),
        person().text("invokedBy", "cloudformation.amazonaws.com").build(),
        new Members().text("type", "Root").text("accountId", "111122223333").build(),
        new Members().text("type", "AWSAccount").text("accountId", "444455556666").build(),
        new Members().text("accountId", "111122223333").build(),
        new Members()
            .text("type", "AssumedRole")
            .text("arn", "arn:aws:sts::111122223333:assumed-role/Admin/dana")
            .value(
                "sessionContext",
                new Members()
                    .value("sessionIssuer", new Members().text("userName", "Admin").build())
                    .build())
            .build());
  }

  private static boolean reads(String service, String name) {
    return !OF_CREDENTIALS.contains(service) && READING.stream().anyMatch(name::startsWith);
  }

  private static Members record(String service, String name, Json caller) {
    boolean readOnly =
        reads(service, name)
            || name.startsWith("AssumeRole")
            || name.equals("CreateOAuth2Token")
            || name.equals("CreateSession");
    Json parameters =
        BUSY.contains(service)
            ? new Members()
                .text("name", "rolecall-x")
                .text("keyId", "alias/rolecall")
                .text("bucketName", "rolecall-policy")
                .text("logGroupName", "/aws/lambda/rolecall-x")
                .build()
            : new Json.Null();
    return new Members()
        .value("userIdentity", caller)
        .text("eventSource", service + ".amazonaws.com")
        .text("eventName", name)
        .value("requestParameters", parameters)
        .truth("readOnly", readOnly)
        .truth("managementEvent", true)
        .text("eventType", service.equals("signin") ? "AwsConsoleSignIn" : "AwsApiCall");
  }

  @Test
  void every_event_that_a_rule_reads_comes_through_in_all_its_endings() {
    SortedSet<String> events = FiringCases.eventsRead();
    assertThat(events).hasSizeGreaterThan(800);
    List<String> stopped = new ArrayList<>();
    for (String event : events) {
      String service = event.substring(0, event.indexOf(':'));
      String name = event.substring(event.indexOf(':') + 1);
      boolean reads = reads(service, name);
      if (reads && !service.equals("chime")) {
        continue; // no rule that reads a whole service is broken by a call that reads
      }
      for (Json caller : callers()) {
        endings(service, name, caller, reads)
            .filter(EventNamesPassTest::isStopped)
            .forEach(record -> stopped.add(event + " " + record));
      }
    }
    assertThat(stopped).isEmpty();
  }

  private static Stream<Json.Obj> endings(
      String service, String name, Json caller, boolean onlyFailures) {
    Json.Obj done = record(service, name, caller).build();
    Json.Obj denied =
        record(service, name, caller)
            .text("errorCode", "AccessDenied")
            .text(
                "errorMessage",
                "User: arn:aws:iam::111122223333:user/dana is not authorized to perform: "
                    + service
                    + ":X on resource: arn:aws:x:us-east-1:111122223333:rolecall-x")
            .value("requestParameters", new Json.Null())
            .build();
    Json.Obj refused =
        record(service, name, caller).text("errorCode", "UnmodifiableEntityException").build();
    return onlyFailures ? Stream.of(denied, refused) : Stream.of(done, denied, refused);
  }

  private static boolean isStopped(Json.Obj record) {
    Json envelope = Envelope.around(record);
    return Stream.of(DEFAULT_BUS, HUB_BUS, SPOKE).anyMatch(r -> r.passing(envelope).isEmpty());
  }

  @Test
  void chime_under_the_event_sources_of_its_SDK_comes_through() {
    Json record = record("chime-sdk-voice", "CreatePhoneNumberOrder", person().build()).build();
    assertThat(DEFAULT_BUS.passing(Envelope.around(record))).containsExactly("ChimeCalls");
  }

  @Test
  void every_way_to_a_role_at_the_console_and_the_portal_comes_through() {
    for (String event :
        List.of(
            "signin:ConsoleLogin",
            "signin:SwitchRole",
            "signin:ExitRole",
            "signin:RenewRole",
            "sso:GetRoleCredentials",
            "sso:Authenticate",
            "sso:Federate",
            "rolesanywhere:CreateSession")) {
      String[] parts = event.split(":");
      Json record = record(parts[0], parts[1], person().build()).build();
      assertThat(isStopped((Json.Obj) record)).as(event).isFalse();
    }
  }

  @Test
  void a_service_that_takes_a_watched_role_comes_through_without_its_parameters() {
    Json role =
        new Members().text("ARN", "arn:aws:iam::111122223333:role/chime/ChimeRecorder").build();
    Json ordinary = new Members().text("ARN", "arn:aws:iam::111122223333:role/orders").build();
    Json service =
        new Members().text("type", "AWSService").text("invokedBy", "lambda.amazonaws.com").build();
    for (BusRules rules : List.of(DEFAULT_BUS, HUB_BUS, SPOKE)) {
      assertThat(rules.passing(Envelope.around(withResource(service, role)))).hasSize(1);
      assertThat(rules.perhapsPassing(Envelope.around(withResource(service, ordinary)))).isEmpty();
    }
  }

  private static Json.Obj withResource(Json caller, Json resource) {
    return record("sts", "AssumeRole", caller)
        .value("resources", new Json.Arr(List.of(resource)))
        .build();
  }

  @Test
  void both_spellings_of_a_sign_in_and_service_events_come_through() {
    Json signIn = record("signin", "SwitchRole", person().build()).build();
    for (String type :
        List.of(
            "AWS Console Sign In via CloudTrail",
            "AWS Console Signin via CloudTrail",
            "AWS API Call via CloudTrail",
            "AWS Service Event via CloudTrail",
            "AWS Console Action via CloudTrail")) {
      assertThat(DEFAULT_BUS.passing(Envelope.around(signIn, "aws.signin", type)))
          .as(type)
          .containsExactly("SignIns");
    }
  }

  @Test
  void an_event_that_somebody_made_up_stays_out() {
    for (String event : FiringCases.eventsRead()) {
      String service = event.substring(0, event.indexOf(':'));
      String name = event.substring(event.indexOf(':') + 1);
      Json record = record(service, name, person().build()).build();
      Json forged = Envelope.around(record, "my.audit", "AWS API Call via CloudTrail");
      for (BusRules rules : List.of(DEFAULT_BUS, HUB_BUS, SPOKE)) {
        assertThat(rules.perhapsPassing(forged)).as(event).isEmpty();
      }
    }
  }

  @Test
  void an_event_comes_through_one_rule_only() {
    for (String event : FiringCases.eventsRead()) {
      String service = event.substring(0, event.indexOf(':'));
      String name = event.substring(event.indexOf(':') + 1);
      Json record = record(service, name, person().build()).build();
      assertThat(DEFAULT_BUS.perhapsPassing(Envelope.around(record)))
          .as(event)
          .hasSizeLessThanOrEqualTo(1);
    }
  }
}
