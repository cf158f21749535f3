package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.SWITCH_ROLE;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchRoleTest {
  private static final String FROM = "additionalEventData.SwitchFrom";

  @Test
  void who_switched_is_the_principal_of_switch_from_and_not_the_role_switched_to() {
    Facts facts = facts(SWITCH_ROLE);

    assertThat(told(facts, "caller"))
        .isEqualTo(
            """
            {"kind":"iam-user",\
            "arn":"arn:aws:iam::111122223333:user/dana",\
            "principal":"arn:aws:iam::111122223333:user/dana",\
            "identities":["arn:aws:iam::111122223333:user/dana","arn:aws:iam::111122223333:root",\
            "111122223333"],\
            "account":"111122223333","name":"dana",\
            "mfa":false,"longTermKey":false,"console":true,"chained":false}\
            """);
    assertThat(facts.doubts()).isEmpty();
  }

  @Test
  void the_role_switched_to_is_the_identity_and_has_lost_its_path() {
    Facts facts = facts(SWITCH_ROLE);

    assertThat(told(facts, "role"))
        .isEqualTo(
            """
            {"name":"ChimeAdmin","account":"444455556666","serviceLinked":false,\
            "chimeLinked":false,"reservedSso":false,"certain":"name","watched":true,\
            "byItsService":false,"recordedHere":true}\
            """);
    assertThat(told(facts, "session")).isEqualTo("{\"name\":\"dana\"}");
    assertThat(facts.text("assumption")).contains("SwitchRole");
    assertThat(facts.takesRole()).isTrue();
    assertThat(told(facts, "crossAccount")).isEqualTo("true");
  }

  @Test
  void the_session_issuer_keeps_the_path_of_the_role_switched_to() {
    Facts facts =
        facts(
            with(
                SWITCH_ROLE,
                "userIdentity.sessionContext.sessionIssuer.arn",
                "arn:aws:iam::444455556666:role/chime/ChimeAdmin"));

    assertThat(facts.text("role.arn")).contains("arn:aws:iam::444455556666:role/chime/ChimeAdmin");
    assertThat(facts.text("role.certain")).contains("path");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/people/dana, iam-user, dana,"
        + " arn:aws:iam::111122223333:user/people/dana",
    "arn:aws:sts::111122223333:assumed-role/Admin/dana, role-session, dana,"
        + " arn:aws:iam::111122223333:role/Admin",
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_x_0123456789abcdef/dana, sso-session,"
        + " dana, arn:aws:iam::111122223333:role/AWSReservedSSO_x_0123456789abcdef",
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_x/dana, role-session, dana,"
        + " arn:aws:iam::111122223333:role/AWSReservedSSO_x",
    "arn:aws:sts::111122223333:assumed-role/Admin/AWSServiceRoleForConfig, role-session,"
        + " AWSServiceRoleForConfig, arn:aws:iam::111122223333:role/Admin",
    "arn:aws:iam::111122223333:root, root, root, arn:aws:iam::111122223333:root",
    "arn:aws:sts::111122223333:federated-user/broker-dana, federated-user, broker-dana,",
    "arn:aws-cn:iam::111122223333:user/dana, iam-user, dana, arn:aws-cn:iam::111122223333:user/dana"
  })
  void anybody_can_switch(String from, String kind, String name, String principal) {
    Facts facts = facts(with(SWITCH_ROLE, FROM, from));

    assertThat(facts.text("caller.kind")).contains(kind);
    assertThat(facts.text("caller.name")).contains(name);
    assertThat(facts.text("caller.principal").orElse(null)).isEqualTo(principal);
    assertThat(facts.text("caller.account")).contains("111122223333");
    assertThat(facts.doubts()).isEmpty();
  }

  @Test
  void a_session_that_switches_is_chained() {
    Facts facts =
        facts(with(SWITCH_ROLE, FROM, "arn:aws:sts::111122223333:assumed-role/Admin/dana"));

    assertThat(told(facts, "caller.chained")).isEqualTo("true");
    assertThat(facts.text("caller.role")).isEmpty();
    assertThat(told(facts, "caller.identities"))
        .isEqualTo(
            """
            ["arn:aws:iam::111122223333:role/Admin","arn:aws:iam::111122223333:root",\
            "111122223333"]\
            """);
  }

  @Test
  void a_switch_that_does_not_say_from_whom_is_not_made_by_the_role_switched_to() {
    Facts facts = facts(without(SWITCH_ROLE, FROM));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.text("caller.account")).isEmpty();
    assertThat(facts.doubts())
        .containsExactly(
            new Doubt(
                "additionalEventData.SwitchFrom",
                "is missing",
                java.util.List.of(
                    "caller",
                    "crossAccount",
                    "role.byItsService",
                    "role.recordedHere",
                    "additionalEventData.SwitchFrom")));
    assertThat(facts.unknown("role.name")).isFalse();
  }

  @Test
  void a_switch_from_something_odd_is_doubted() {
    Facts facts = facts(with(SWITCH_ROLE, FROM, "arn:aws:s3:::bucket"));

    assertThat(facts.text("caller.kind")).contains("unknown");
    assertThat(facts.unknown("caller.name")).isTrue();
    assertThat(facts.doubts().getFirst().what())
        .isEqualTo("is not the ARN of a user, a role or root");
  }

  @Test
  void a_failed_switch_still_tells_the_role_and_who_tried() {
    Facts facts =
        facts(overlay(SWITCH_ROLE, "{\"responseElements\":{\"SwitchRole\":\"Failure\"}}"));

    assertThat(facts.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(facts.text("role.name")).contains("ChimeAdmin");
    assertThat(facts.text("caller.name")).contains("dana");
  }

  @Test
  void the_source_identity_that_a_session_keeps_was_the_callers() {
    assertThat(
            facts(with(SWITCH_ROLE, "userIdentity.sessionContext.sourceIdentity", "dana"))
                .text("caller.sourceIdentity"))
        .contains("dana");
  }

  @Test
  void an_event_of_that_name_at_another_service_is_no_switch() {
    Facts facts = facts(with(SWITCH_ROLE, "eventSource", "chime.amazonaws.com"));

    assertThat(facts.takesRole()).isFalse();
    assertThat(facts.text("caller.kind")).contains("role-session");
  }
}
