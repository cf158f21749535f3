package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.PublishedSchema;
import rolecall.alert.JsonText;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

class SarifTest {
  private static String log(Report report) {
    String log = Written.by(new Sarif(Optional.of("1.2.3")), report);
    PublishedSchema.SARIF.accepts(log);
    return log;
  }

  private static Json run(Report report) throws UnreadableJson {
    return JsonReader.read(log(report)).get("runs").items().getFirst();
  }

  @Test
  void the_schema_refuses_what_is_wrong() {
    String log = log(Samples.report(List.of(REFUSED_EDIT), List.of(), false));
    assertThat(PublishedSchema.SARIF.faults(log.replace("\"error\"", "\"bad\""))).isNotEmpty();
    assertThat(PublishedSchema.SARIF.faults(log.replace("ruleIndex", "ruleIndx"))).isNotEmpty();
  }

  @Test
  void nothing_found_is_a_log_with_no_results() throws UnreadableJson {
    Json run = run(Samples.report(List.of(), List.of(), false));
    assertThat(run.get("results")).isEqualTo(new Json.Arr(List.of()));
    assertThat(run.get("tool").get("driver").get("version").text()).contains("1.2.3");
  }

  @Test
  void every_result_points_at_its_rule() throws UnreadableJson {
    Json run = run(Samples.report(List.of(REFUSED_EDIT, BARE, HOSTILE), List.of(OBSERVED), true));
    List<Json> rules = run.get("tool").get("driver").get("rules").items();
    assertThat(rules).hasSize(4);
    for (Json result : run.get("results").items()) {
      int index = (int) result.get("ruleIndex").wholeNumber().orElseThrow();
      assertThat(result.get("ruleId")).isEqualTo(rules.get(index).get("id"));
    }
    assertThat(run.get("results").items().stream().map(r -> r.get("level").text().orElseThrow()))
        .containsExactly("note", "error", "warning", "error");
  }

  @Test
  void a_result_says_how_often_and_about_whom() throws UnreadableJson {
    Json result =
        run(Samples.report(List.of(REFUSED_EDIT), List.of(), false))
            .get("results")
            .items()
            .getFirst();
    assertThat(result.get("occurrenceCount")).isEqualTo(new Json.Num("3"));
    assertThat(result.get("properties").get("caller").get("name").text()).contains("dana");
    assertThat(result.get("locations").items().getFirst().get("properties").get("record"))
        .isEqualTo(new Json.Num("7"));
  }

  @Test
  void a_callers_text_makes_no_link_and_no_placeholder() throws IOException {
    StringWriter out = new StringWriter();
    try (var json = JsonText.generator(out)) {
      json.writeStartObject();
      Sarif.message(json, "message", "[click](https://example.com) {0}\nx");
      json.writeEndObject();
    }
    assertThat(out)
        .hasToString(
            "{\"message\":{\"text\":\"[click\\\\](https://example.com) {{0}}\\\\u000ax\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "events/a.json,events/a.json",
    "../a b.json,../a%20b.json",
    "/var/log/ü.gz,file:///var/log/%C3%BC.gz",
    "a:b/c.json,a%3Ab/c.json",
    "100%#?.json,100%25%23%3F.json",
    "s3://bucket/key 1.gz,s3://bucket/key%201.gz",
    "-,-",
  })
  void a_path_is_a_reference(String path, String uri) {
    assertThat(SarifResult.uri(path)).isEqualTo(uri);
  }
}
