package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolecall.record.TestRecords.ASSUME_ROLE;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.overlay;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.json.Json;

class RecordItselfTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "198.51.100.23",
        "0.0.0.0",
        "2001:db8::1",
        "::1",
        "::ffff:192.0.2.1",
        "2001:db8:0:0:0:0:0:1"
      })
  void an_address_is_told_as_an_address(String source) {
    assertThat(told(facts(with(ASSUME_ROLE, "sourceIPAddress", source)), "network"))
        .isEqualTo("{\"address\":\"" + source + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS Internal",
        "AWS Internal/7",
        "cloudformation.amazonaws.com",
        "192.0.2",
        "192.0.2.1.5",
        "192.0.2.1/24",
        "fade",
        "12345",
        "١٩٢.0.2.1"
      })
  void what_is_no_address_is_told_as_a_service(String source) {
    assertThat(told(facts(with(ASSUME_ROLE, "sourceIPAddress", source)), "network"))
        .isEqualTo("{\"service\":\"" + source + "\"}");
  }

  @Test
  void a_record_from_nowhere_has_an_empty_network() {
    assertThat(told(facts(with(ASSUME_ROLE, "sourceIPAddress", "")), "network")).isEqualTo("{}");
    assertThat(told(facts(without(ASSUME_ROLE, "sourceIPAddress")), "network")).isEqualTo("{}");
    assertThat(told(facts(with(ASSUME_ROLE, "sourceIPAddress", Json.HIDDEN)), "network"))
        .isEqualTo("{}");
  }

  @Test
  void an_addendum_is_late_and_the_same_event_as_its_original() {
    TrailRecord late =
        overlay(
            ASSUME_ROLE,
            """
            {"addendum":{"reason":"UPDATED_DATA","updatedFields":"resources",
            "originalEventID":"3f6c2a10-0000-4000-8000-999999999999"}}\
            """);

    assertThat(told(facts(late), "late")).isEqualTo("true");
    assertThat(late.originalEventId()).isEqualTo("3f6c2a10-0000-4000-8000-999999999999");
    assertThat(told(facts(ASSUME_ROLE), "late")).isEqualTo("false");
    assertThat(ASSUME_ROLE.originalEventId()).isEqualTo(ASSUME_ROLE.eventId());
    assertThat(
            overlay(ASSUME_ROLE, "{\"addendum\":{\"reason\":\"DELIVERY_DELAY\"}}")
                .originalEventId())
        .isEqualTo(ASSUME_ROLE.eventId());
  }

  @Test
  void omitted_request_parameters_are_told() {
    assertThat(told(facts(TestRecords.REQUEST_OMITTED), "omitted")).isEqualTo("true");
    assertThat(told(facts(ASSUME_ROLE), "omitted")).isEqualTo("false");
    assertThat(
            told(
                facts(with(TestRecords.REQUEST_OMITTED, "requestParameters.omitted", "true")),
                "omitted"))
        .isEqualTo("true");
  }

  @Test
  void an_answer_too_large_to_log_hides_no_request() {
    TrailRecord record =
        with(ASSUME_ROLE, "responseElements", TestRecords.json("{\"omitted\":true}"));

    assertThat(told(facts(record), "omitted")).isEqualTo("false");
    assertThat(facts(record).unknown("session.issuedKey")).isTrue();
    assertThat(facts(record).unknown("role")).isFalse();
  }

  @Test
  void a_record_without_an_id_gets_a_digest_of_itself() {
    TrailRecord record =
        new TrailRecord(
            (Json.Obj)
                TestRecords.json(
                    "{\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"AssumeRole\"}"));

    assertThat(record.eventId()).isEqualTo("sha256:48d0328d87d73336");
    assertThat(without(ASSUME_ROLE, "eventID").eventId()).matches("sha256:[0-9a-f]{16}");
    assertThat(with(ASSUME_ROLE, "eventID", "").eventId()).matches("sha256:[0-9a-f]{16}");
    assertThat(with(ASSUME_ROLE, "eventID", 7).eventId()).matches("sha256:[0-9a-f]{16}");
  }

  @Test
  void event_time_is_read_when_it_is_iso_8601() {
    assertThat(with(ASSUME_ROLE, "eventTime", "2026-03-02T09:14:07Z").eventTime())
        .contains(Instant.parse("2026-03-02T09:14:07Z"));
    for (Object odd :
        new Object[] {"Mar 2, 2026, 9:10:00 AM", "", 1772442847, null, "2026-13-02T00:00:00Z"}) {
      assertThat(with(ASSUME_ROLE, "eventTime", odd).eventTime()).isEmpty();
    }
    assertThat(with(ASSUME_ROLE, "eventTime", "soon").eventTimeText()).contains("soon");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, aws",
    "ap-southeast-2, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc",
    "'', aws",
    "nowhere, aws"
  })
  void the_partition_of_a_call_without_an_arn_is_that_of_its_region(
      String region, String partition) {
    TrailRecord record = with(without(ASSUME_ROLE, "userIdentity.arn"), "awsRegion", region);

    assertThat(record.partition()).isEqualTo(partition);
    assertThat(told(facts(record), "caller.identities"))
        .contains("arn:" + partition + ":iam::111122223333:root");
  }

  @Test
  void the_partition_is_that_of_the_callers_arn() {
    assertThat(
            with(ASSUME_ROLE, "userIdentity.arn", "arn:aws-cn:iam::111122223333:user/dana")
                .partition())
        .isEqualTo("aws-cn");
  }

  @Test
  void the_short_name_of_a_service_is_the_same_in_every_partition() {
    assertThat(TrailRecord.serviceOf("sts.amazonaws.com")).isEqualTo("sts");
    assertThat(TrailRecord.serviceOf("sts.amazonaws.com.cn")).isEqualTo("sts");
    assertThat(TrailRecord.serviceOf("sts")).isEqualTo("sts");
  }

  @Test
  void a_record_needs_a_source_and_a_name() {
    assertThatThrownBy(() -> new TrailRecord(new Json.Obj(Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a record has an eventSource and an eventName");
  }

  @Test
  void the_document_holds_the_record_and_the_facts() {
    Facts facts = facts(ASSUME_ROLE);

    assertThat(facts.text("requestParameters.roleSessionName")).contains("dana-ticket-42");
    assertThat(facts.text("role.name")).contains("ChimeAdmin");
    assertThat(facts.text("no.such.path")).isEmpty();
  }

  @Test
  void a_record_cannot_bring_facts_of_its_own() {
    Facts facts =
        facts(
            overlay(
                TestRecords.MEETING_CREATED,
                """
                {"role":{"watched":true},"assumption":"AssumeRole","outcome":"denied",
                "grant":{"match":"granted"},"trust":{},"session":{"duration":1}}\
                """));

    assertThat(facts.text("outcome")).contains("success");
    for (String name : new String[] {"role", "assumption", "grant", "trust", "session"}) {
      assertThat(facts.value(name).isPresent()).as(name).isFalse();
    }
  }

  @Test
  void a_group_of_facts_can_be_added() {
    Facts wider =
        facts(ASSUME_ROLE).with("grant", new Json.Obj(Map.of("match", new Json.Str("none"))));

    assertThat(wider.text("grant.match")).contains("none");
    assertThat(wider.text("role.name")).contains("ChimeAdmin");
  }
}
