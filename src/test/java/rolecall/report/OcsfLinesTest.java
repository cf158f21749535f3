package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.PublishedSchema;
import rolecall.finding.BrokenRule;
import rolecall.finding.Finding;
import rolecall.finding.Input;
import rolecall.finding.Severity;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

class OcsfLinesTest {
  private static List<Json> documents(KeptRecords records, List<Told> told, List<Told> observed)
      throws UnreadableJson {
    String text =
        Written.by(
            new OcsfLines(records, Optional.of("1.2.3")), Samples.report(told, observed, true));
    List<Json> documents = new java.util.ArrayList<>();
    for (String line : text.split("\n")) {
      PublishedSchema.OCSF.accepts(line);
      documents.add(JsonReader.read(line));
    }
    return documents;
  }

  private static Json document(KeptRecords records, Told... told) throws UnreadableJson {
    List<Json> documents = documents(records, List.of(told), List.of());
    assertThat(documents).hasSize(1);
    return documents.getFirst();
  }

  /**
   * The same event breaks another rule, with its own place in the policy, maybe in another file.
   */
  private static Told also(String rule, Severity severity, int place, String file) {
    Finding it = REFUSED_EDIT.finding();
    BrokenRule broken =
        new BrokenRule(
            rule, "Title", severity, "trust", "Why.", List.of("Look."), List.of(), place, false);
    return new Told(
        new Finding(
            broken,
            "Reason of " + rule,
            it.event(),
            it.caller(),
            it.role(),
            it.policy(),
            new Input(file, 7),
            it.act()),
        0);
  }

  @Test
  void the_schema_refuses_what_is_wrong() {
    String line =
        Written.by(
            new OcsfLines(new KeptRecords(), Optional.empty()),
            Samples.report(List.of(REFUSED_EDIT), List.of(), false));
    assertThat(PublishedSchema.OCSF.faults(line)).isEmpty();
    for (String wrong :
        List.of(
            line.replace("\"class_uid\":2004", "\"class_uid\":2005"),
            line.replace("\"severity_id\":4", "\"severity_id\":7"),
            line.replace("\"message\"", "\"massage\""),
            line.replace("\"time\":1772442847250", "\"time\":\"2026-03-02T09:14:07Z\""),
            line.replace("\"type_id\":1,", ""),
            line.replace("\"provider\":\"AWS\",", ""))) {
      assertThat(wrong).isNotEqualTo(line);
      assertThat(PublishedSchema.OCSF.faults(wrong)).as(wrong).isNotEmpty();
    }
  }

  @Test
  void the_gravest_finding_leads_and_of_equals_the_first_in_the_policy() throws UnreadableJson {
    Json document =
        document(
            new KeptRecords(),
            also("a-low", Severity.LOW, 0, "f"),
            also("b-high", Severity.HIGH, 9, "f"),
            also("c-high", Severity.HIGH, 2, "f"));
    Json info = document.get("finding_info");
    assertThat(info.get("analytic").get("uid").text()).contains("c-high");
    assertThat(info.get("related_analytics").items().stream().map(a -> a.get("uid").text().get()))
        .containsExactly("b-high", "a-low");
    assertThat(document.get("severity_id")).isEqualTo(new Json.Num("4"));
    assertThat(info.get("desc").text())
        .contains("Title: Reason of c-high\nTitle: Reason of b-high\nTitle: Reason of a-low");
  }

  @Test
  void the_time_is_in_milliseconds_and_repeats_count() throws UnreadableJson {
    Json document = document(new KeptRecords(), REFUSED_EDIT);
    assertThat(document.get("time")).isEqualTo(new Json.Num("1772442847250"));
    assertThat(document.get("count")).isEqualTo(new Json.Num("3"));
    assertThat(document.get("unmapped").get("policy").get("sha256").text())
        .contains("0123456789abcdef".repeat(4));
  }

  @Test
  void the_record_is_evidence_without_its_secrets() throws UnreadableJson {
    KeptRecords records = new KeptRecords();
    records.broken(
        REFUSED_EDIT.finding().input(),
        new Json.Obj(
            Map.of(
                "eventID", new Json.Str("e1"),
                "sourceIPAddress", new Json.Str("203.0.113.9"),
                "sessionToken", new Json.Str("s\u202ecret"))));
    Json evidence = document(records, REFUSED_EDIT).get("evidences").items().getFirst();
    assertThat(evidence.get("data").get("eventID").text()).contains("e1");
    assertThat(evidence.get("data").get("sessionToken").text()).contains("REDACTED by Rolecall");
    assertThat(evidence.get("src_endpoint").get("ip").text()).contains("203.0.113.9");
  }

  @Test
  void both_copies_of_a_call_are_evidence() throws UnreadableJson {
    Json document =
        document(
            new KeptRecords(),
            also("a", Severity.LOW, 0, "one.json"),
            also("b", Severity.HIGH, 1, "two.json"));
    assertThat(document.get("evidences").items()).hasSize(2);
    assertThat(document.get("unmapped").get("inputs").items().getFirst().get("file").text())
        .contains("two.json");
  }

  @Test
  void what_a_rule_on_trial_found_is_no_alert() throws UnreadableJson {
    List<Json> documents = documents(new KeptRecords(), List.of(REFUSED_EDIT), List.of(OBSERVED));
    assertThat(documents.stream().map(d -> d.get("is_alert").truth().orElseThrow()))
        .containsExactly(false, true);
    assertThat(documents.getFirst().get("finding_info").get("uid").text().orElseThrow())
        .endsWith("/observed");
  }

  @Test
  void hostile_and_missing_texts_make_valid_documents() throws UnreadableJson {
    KeptRecords records = new KeptRecords();
    for (Told told : List.of(BARE, HOSTILE)) {
      records.broken(
          told.finding().input(),
          (Json.Obj)
              JsonReader.read(
                  """
                  {"eventID":"\\u202e","sourceIPAddress":"\\ud800 x","userAgent":"\\u0000",
                   "requestID":"\\n","errorCode":"\\u2028","vpcEndpointId":"","\\u202ekey":[1e999],
                   "userIdentity":{"sessionContext":{"attributes":{"creationDate":"soon"}},
                    "accessKeyId":"=","principalId":{}}}\
                  """));
    }
    assertThat(documents(records, List.of(BARE, HOSTILE), List.of())).hasSize(2);
    String text =
        Written.by(
            new OcsfLines(records, Optional.empty()),
            Samples.report(List.of(BARE, HOSTILE), List.of(), false));
    assertThat(text).doesNotContain("\u202e", "\u2028", "\u001b", "\r");
    assertThat(text.lines()).hasSize(2);
  }
}
