package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.ExpectedEvents;
import rolecall.OpenedSample;
import rolecall.day.OrdinaryRecords;
import rolecall.json.Json;
import rolecall.json.Members;
import rolecall.policy.FiringCases;
import rolecall.policy.Forwarded;
import rolecall.record.TrailRecord;

/**
 * What the program believes that the rules let through, held against the template and AWS's own
 * engine.
 */
class ForwardedTest {
  private static final Forwarded FORWARDED = Forwarded.by("rolecall");
  private static final BusRules RULES = BusRules.onDefaultBus("rolecall");

  /** As {@link SamplesPassTest} names it: its readOnly is a number. */
  private static final String NEVER_SENT = "chime-call-by-root: whether it writes cannot be known";

  @Test
  void every_detail_type_of_the_rules_is_that_of_a_kind_of_record() {
    for (String kind :
        List.of("ApiCall", "ServiceEvent", "ConsoleAction", "ConsoleSignIn", "ConsoleSignin")) {
      assertThat(forwards(createRole().text("eventType", "Aws" + kind).build())).as(kind).isTrue();
    }
    for (String kind : List.of("AwsVpceEvents", "AwsCloudTrailInsight", "")) {
      assertThat(forwards(createRole().text("eventType", kind).build())).as(kind).isFalse();
    }
    assertThat(forwards(createRole().build())).isTrue();
    assertThat(RULES.rules())
        .allSatisfy(r -> assertThat(r.pattern().get("detail-type").items()).hasSize(5));
  }

  @Test
  void everything_in_events_that_breaks_a_rule_is_expected_and_the_samples_agree()
      throws Exception {
    int told = 0;
    for (ExpectedEvents expected : ExpectedEvents.read()) {
      if (expected.eventId().equals("-") || expected.what().equals(List.of("skipped"))) {
        continue;
      }
      Json record = sample(expected);
      if (record.get("insightDetails").isPresent()) {
        continue; // never a record of a call
      }
      assertAgree(expected.line(), record);
      if (!expected.what().equals(List.of("quiet"))) {
        assertThat(forwards(record)).as(expected.line()).isTrue();
        told++;
      }
    }
    assertThat(told).isGreaterThan(90);
  }

  private static Json sample(ExpectedEvents expected) throws Exception {
    return OpenedSample.of(Path.of(expected.file())).records().stream()
        .filter(r -> r.get("eventID").text().filter(expected.eventId()::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_cases_beside_the_shipped_rules_agree_and_are_expected() {
    for (FiringCases.Firing firing : FiringCases.shipped()) {
      assertAgree(firing.name(), firing.record());
      assertThat(forwards(firing.record()))
          .as(firing.name())
          .isEqualTo(!firing.name().equals(NEVER_SENT));
    }
  }

  @Test
  void an_ordinary_day_agrees() {
    int[] seen = {0, 0};
    OrdinaryRecords.forEach(
        7,
        12_000,
        record -> {
          if (!record.get("insightDetails").isPresent()) {
            assertAgree(record.get("eventName").toString(), record);
            seen[forwards(record) ? 1 : 0]++;
          }
        });
    assertThat(seen[0]).isGreaterThan(6_000);
    assertThat(seen[1]).isGreaterThan(600);
  }

  /** Each thing that decides about a record is turned, in records that some rule lets through. */
  @Test
  void records_with_one_thing_changed_agree() {
    List<Json> changes =
        List.of(new Json.Null(), new Json.Bool(true), new Json.Bool(false), new Json.Str("true"));
    int[] differs = {0};
    for (FiringCases.Firing firing : FiringCases.shipped()) {
      for (String field :
          List.of("readOnly", "managementEvent", "errorCode", "errorMessage", "resources")) {
        for (Json change : changes) {
          Json record = new Members().value(field, change).build();
          Json changed = with(firing.record(), (Json.Obj) record);
          assertAgree(firing.name() + " " + record, changed);
          differs[0] += forwards(changed) ? 0 : 1;
        }
      }
    }
    assertThat(differs[0]).isGreaterThan(100);
  }

  private static Json.Obj with(Json.Obj record, Json.Obj change) {
    Members members = new Members();
    record.members().forEach(members::value);
    change.members().forEach(members::value);
    return members.build();
  }

  /** Another stack's name decides only about data events on what is called after it. */
  @Test
  void what_the_monitor_does_to_its_own_data_is_not_expected_whatever_the_stack_is_called() {
    Forwarded forwarded = Forwarded.by("chime-audit");
    BusRules rules = BusRules.onDefaultBus("chime-audit");
    for (String role : List.of("chime-audit-FunctionRole-EXAMPLE", "Admin")) {
      for (String table : List.of("chime-audit-ToldTable-EXAMPLE", "orders")) {
        for (String event : List.of("PutItem", "DeleteTable")) {
          Json.Obj record = onTable(role, table, event);
          boolean expected =
              table.startsWith("chime-audit")
                  && (role.equals("Admin") || event.equals("DeleteTable"));
          assertThat(forwarded.forwards(new TrailRecord(record)))
              .as("%s %s %s", role, event, table)
              .isEqualTo(expected)
              .isEqualTo(!rules.passing(Envelope.around(record)).isEmpty());
          assertThat(forwards(record)).as(table).isFalse();
        }
      }
    }
  }

  private static Json.Obj onTable(String role, String table, String event) {
    Json issuer =
        new Members()
            .text("userName", role)
            .text("arn", "arn:aws:iam::111122223333:role/" + role)
            .build();
    Json resource =
        new Members().text("ARN", "arn:aws:dynamodb:us-east-1:111122223333:table/" + table).build();
    return new Members()
        .value(
            "userIdentity",
            new Members()
                .text("type", "AssumedRole")
                .value("sessionContext", new Members().value("sessionIssuer", issuer).build())
                .build())
        .text("eventSource", "dynamodb.amazonaws.com")
        .text("eventName", event)
        .value("resources", new Json.Arr(List.of(resource)))
        .truth("readOnly", false)
        .truth("managementEvent", false)
        .text("eventType", "AwsApiCall")
        .build();
  }

  /** The values that only a deployed stack can name decide nothing else. */
  @Test
  void only_calls_on_the_key_and_the_bucket_of_the_stack_come_through_and_are_not_expected() {
    List<String> unexpected = new ArrayList<>();
    BusRules rules =
        BusRules.onDefaultBus("chime-audit", Map.of("PolicyBucket", "policies-example"));
    PhysicalNames names =
        new PhysicalNames(
            Template.hub(), "chime-audit", new Resolver(Template.hub(), "chime-audit", Map.of()));
    Map<String, String> called =
        Map.of(
            "key", names.ref("TopicKey"),
            "bucket", "policies-example",
            "alias", "alias/rolecall",
            "no such", "orders");
    called.forEach((what, name) -> {
      for (String parameter : List.of("keyId", "bucketName", "name")) {
        Json.Obj record =
            with(
                createRole().build(),
                new Members()
                    .text("eventSource", "kms.amazonaws.com")
                    .value("requestParameters", new Members().text(parameter, name).build())
                    .build());
        boolean expected = Forwarded.by("chime-audit").forwards(new TrailRecord(record));
        boolean passes = !rules.passing(Envelope.around(record)).isEmpty();
        assertThat(passes || !expected).as("%s as %s", what, parameter).isTrue();
        if (passes && !expected) {
          unexpected.add(what + " as " + parameter);
        }
      }
    });
    assertThat(unexpected).containsExactlyInAnyOrder("key as keyId", "bucket as bucketName");
  }

  @Test
  void a_stack_that_cannot_be_called_so_is_refused() {
    for (String name : List.of("", "1st", "a\"}", "a b", "ä")) {
      assertThat(
              Optional.of(name)
                  .map(n -> {
                    try {
                      return Forwarded.by(n);
                    } catch (IllegalArgumentException refused) {
                      return refused.getMessage();
                    }
                  }))
          .contains("no stack is called '" + name + "'");
    }
  }

  private static Members createRole() {
    return new Members()
        .text("eventSource", "iam.amazonaws.com")
        .text("eventName", "CreateRole")
        .truth("readOnly", false);
  }

  private static boolean forwards(Json record) {
    return FORWARDED.forwards(new TrailRecord((Json.Obj) record));
  }

  private static void assertAgree(String name, Json record) {
    assertThat(forwards(record))
        .as(name)
        .isEqualTo(!RULES.passing(Envelope.around(record)).isEmpty());
  }
}
