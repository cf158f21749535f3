package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.ResourceFactsTest.call;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeakenedTrailTest {
  private static final String READS = "to record not all management events that read";
  private static final String WRITES = "to record not all management events that write";

  private static Facts trail(String event, String request) {
    return facts(call("cloudtrail", event, request.replace('\'', '"')));
  }

  private static List<String> lost(Facts facts) {
    return facts.value("trail.weakened").items().stream().map(t -> t.text().orElseThrow()).toList();
  }

  private static Facts advanced(String... fields) {
    return trail(
        "PutEventSelectors",
        "{'trailName':'t','advancedEventSelectors':[{'name':'m','fieldSelectors':["
            + String.join(",", fields)
            + "]}]}");
  }

  private static final String MANAGEMENT = "{'field':'eventCategory','equals':['Management']}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"StopLogging, to stop logging", "DeleteTrail, to delete the trail"})
  void to_stop_or_delete_a_trail_weakens_it_even_where_nothing_else_is_told(
      String event, String loss) {
    Facts facts = trail(event, "null");

    assertThat(lost(facts)).containsExactly(loss);
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'t','isMultiRegionTrail':false,'includeGlobalServiceEvents':false}",
        "{'name':'t','IsMultiRegionTrail':'false','IncludeGlobalServiceEvents':'false'}"
      })
  void one_region_and_no_global_services_are_two_losses(String request) {
    assertThat(lost(trail("UpdateTrail", request)))
        .containsExactly(
            "to make it cover a single Region",
            "to leave out events of global services such as IAM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'t','s3BucketName':'b'}",
        "{'name':'t','isMultiRegionTrail':true,'includeGlobalServiceEvents':true}",
        "{'name':'t','isMultiRegionTrail':null}"
      })
  void another_bucket_is_no_loss(String request) {
    Facts facts = trail("UpdateTrail", request);

    assertThat(told(facts, "trail")).isEqualTo("null");
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "[{'readWriteType':'All','includeManagementEvents':true,'excludeManagementEventSources':[]}]",
        "[{'ReadWriteType':'All','excludeManagementEventSources':['kms.amazonaws.com']}]",
        "[{'excludeManagementEventSources':['rdsdata.amazonaws.com','kms.amazonaws.com']}]",
        "[{'readWriteType':'ReadOnly'},{'readWriteType':'WriteOnly'}]",
        "[{'includeManagementEvents':false},{'includeManagementEvents':true}]"
      })
  void basic_selectors_that_together_take_everything_lose_nothing(String selectors) {
    Facts facts = trail("PutEventSelectors", "{'eventSelectors':" + selectors + "}");

    assertThat(lost(facts)).isEmpty();
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|both",
        "[{'includeManagementEvents':false}]|both",
        "[{'includeManagementEvents':'false','readWriteType':'All'}]|both",
        "[{'excludeManagementEventSources':['sts.amazonaws.com']}]|both",
        "[{'excludeManagementEventSources':['kms.amazonaws.com','iam.amazonaws.com']}]|both",
        "[{'readWriteType':'WriteOnly'}]|reads",
        "[{'readWriteType':'ReadOnly'},{'readWriteType':'ReadOnly'}]|writes",
        "[{'readWriteType':'ReadOnly'},{'readWriteType':'WriteOnly','includeManagementEvents':false}]|writes"
      })
  void basic_selectors_that_leave_something_out_are_a_loss(String selectors, String which) {
    Facts facts = trail("PutEventSelectors", "{'eventSelectors':" + selectors + "}");

    assertThat(lost(facts))
        .isEqualTo(
            switch (which) {
              case "reads" -> List.of(READS);
              case "writes" -> List.of(WRITES);
              default -> List.of(READS, WRITES);
            });
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MANAGEMENT,
        "{'Field':'eventCategory','Equals':['Management'],'notEquals':[]}",
        MANAGEMENT + ",{'field':'eventSource','notEquals':['kms.amazonaws.com']}",
        MANAGEMENT
            + ",{'field':'eventSource','notEquals':['rdsdata.amazonaws.com','kms.amazonaws.com']}"
      })
  void an_advanced_selector_of_all_management_events_loses_nothing(String fields) {
    Facts facts = advanced(fields);

    assertThat(lost(facts)).isEmpty();
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'field':'readOnly','equals':['false']}|reads",
        "{'field':'readOnly','equals':['true']}|writes",
        "{'field':'eventSource','notEquals':['sts.amazonaws.com']}|both",
        "{'field':'eventSource','equals':['kms.amazonaws.com']}|both",
        "{'field':'eventSource','notStartsWith':['s']}|both",
        "{'field':'userIdentity.arn','notEquals':['arn:aws:iam::111122223333:user/dana']}|both",
        "{'field':'sessionCredentialFromConsole','equals':['true']}|both"
      })
  void an_advanced_selector_that_asks_for_more_is_a_loss(String field, String which) {
    assertThat(lost(advanced(MANAGEMENT, field)))
        .isEqualTo(
            switch (which) {
              case "reads" -> List.of(READS);
              case "writes" -> List.of(WRITES);
              default -> List.of(READS, WRITES);
            });
  }

  @Test
  void data_events_alone_are_a_loss() {
    assertThat(lost(advanced("{'field':'eventCategory','equals':['Data']}")))
        .containsExactly(READS, WRITES);
  }

  @Test
  void two_advanced_selectors_can_take_everything_together() {
    assertThat(
            lost(
                trail(
                    "PutEventSelectors",
                    "{'advancedEventSelectors':[{'fieldSelectors':["
                        + MANAGEMENT
                        + ",{'field':'readOnly','equals':['true']}]},{'fieldSelectors':["
                        + MANAGEMENT
                        + ",{'field':'readOnly','equals':['false']}]}]}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PutEventSelectors|{'trailName':'t'}|eventSelectors|is missing and not an array",
        "PutEventSelectors|{'eventSelectors':'All'}|eventSelectors|is a string and not an array",
        "PutEventSelectors|{'eventSelectors':['All']}|eventSelectors|is a string and not an array"
            + " of objects",
        "PutEventSelectors|{'eventSelectors':[{'readWriteType':7}]}|eventSelectors.readWriteType|is"
            + " a number and not All, ReadOnly or WriteOnly",
        "PutEventSelectors|{'eventSelectors':[{'includeManagementEvents':'no'}]}|eventSelectors.includeManagementEvents|is"
            + " a string and not true or false",
        "PutEventSelectors|{'eventSelectors':[{'excludeManagementEventSources':'kms'}]}|eventSelectors.excludeManagementEventSources|is"
            + " a string and not an array",
        "PutEventSelectors|{'advancedEventSelectors':{}}|advancedEventSelectors|is an object and"
            + " not an array",
        "PutEventSelectors|{'advancedEventSelectors':[7]}|advancedEventSelectors.fieldSelectors|is"
            + " missing and not an array",
        "PutEventSelectors|{'advancedEventSelectors':[{'fieldSelectors':[{'field':7}]}]}|advancedEventSelectors.fieldSelectors.field|is"
            + " a number and not a string",
        "UpdateTrail|{'isMultiRegionTrail':'no'}|isMultiRegionTrail|is a string and not true or"
            + " false"
      })
  void what_cannot_be_read_is_in_doubt_and_no_loss(
      String event, String request, String path, String what) {
    Facts facts = trail(event, request);

    String whole = "requestParameters." + path;
    assertThat(facts.doubts()).containsExactly(new Doubt(whole, what, List.of("trail", whole)));
    assertThat(lost(facts)).isEmpty();
  }

  @Test
  void beside_a_selector_that_takes_everything_an_odd_one_changes_nothing() {
    Facts facts = trail("PutEventSelectors", "{'eventSelectors':[{'readWriteType':7},{}]}");

    assertThat(lost(facts)).isEmpty();
    assertThat(facts.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateTrail", "PutEventSelectors"})
  void what_a_call_without_parameters_would_have_changed_is_in_doubt(String event) {
    assertThat(trail(event, "null").doubts())
        .containsExactly(
            new Doubt(
                "requestParameters",
                "is null, so what was to change is not known",
                List.of("trail", "requestParameters")));
    assertThat(trail(event, "{'omitted':true}").unknown("trail.weakened")).isTrue();
  }

  @Test
  void only_the_calls_of_cloudtrail_are_meant() {
    assertThat(told(facts(call("kinesis", "StopLogging", "{}")), "trail")).isEqualTo("null");
    assertThat(told(trail("DeleteEventDataStore", "{'eventDataStore':'a'}"), "trail"))
        .isEqualTo("null");
  }

  @Test
  void a_record_cannot_bring_such_a_fact_itself() {
    TrailRecord record = with(call("ec2", "StopInstances", "{}"), "trail.weakened", "x");

    assertThat(told(facts(with(record, "resource.names", "x")), "trail")).isEqualTo("null");
  }
}
