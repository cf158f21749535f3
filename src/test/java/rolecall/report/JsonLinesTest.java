package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.finding.Severity;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

class JsonLinesTest {
  private static String lines(Report report) {
    return Written.by(new JsonLines(), report);
  }

  @Test
  void a_finding_is_one_line_with_the_members_in_the_order_of_the_contract() {
    assertThat(lines(Samples.report(List.of(REFUSED_EDIT), List.of(), false)))
        .isEqualTo(
            """
            {"rule":"chime-slr-edit-refused","severity":"high","category":"service-linked-role",\
            "title":"Title of chime-slr-edit-refused",\
            "reason":"dana (role-session) tried AttachRolePolicy on the Chime service-linked role.",\
            "event":{"id":"0a1b2c3d-0000-4000-8000-000000000009","name":"AttachRolePolicy",\
            "source":"iam.amazonaws.com","time":"2026-03-02T09:14:07Z","account":"111122223333",\
            "region":"us-east-1"},\
            "caller":{"kind":"role-session",\
            "arn":"arn:aws:sts::111122223333:assumed-role/Admin/dana","account":"111122223333",\
            "name":"dana"},\
            "role":{"arn":"arn:aws:iam::111122223333:role/aws-service-role/chime.amazonaws.com/\
            AWSServiceRoleForAmazonChime","name":"AWSServiceRoleForAmazonChime",\
            "account":"111122223333"},"outcome":"refused","repeats":2,\
            "policy":{"name":"default","sha256":"0123456789abcdef0123456789abcdef\
            0123456789abcdef0123456789abcdef"},"input":{"file":"logs/a.json.gz","record":7}}
            """);
  }

  @Test
  void what_is_absent_is_null() {
    assertThat(lines(Samples.report(List.of(BARE), List.of(), false)))
        .contains(
            """
            "time":null,"account":null,"region":null},\
            "caller":{"kind":"unknown","arn":null,"account":null,"name":null},\
            "role":null,"outcome":"failed","repeats":0,\
            """);
  }

  @Test
  void hostile_texts_stay_on_their_line_and_come_back_as_they_were() throws UnreadableJson {
    String line = lines(Samples.report(List.of(HOSTILE), List.of(), false));
    assertThat(line)
        .contains(
            "\"reason\":\"took \\u001b[2J\\\"it\\\"\\r\\n\\u202erole\\u2028 \\ud800 \\\\ \\u200b日本"
                + " 😀.\"")
        .contains("\"name\":\"da\\nna  \\t critical\"")
        .contains("\"name\":\"chime\\u0085\\u2066admin\"");
    assertThat(line.strip().lines()).hasSize(1);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
    Json value = JsonReader.read(line.strip());
    assertThat(value.get("reason").text()).contains(HOSTILE.finding().reason());
    assertThat(value.get("caller").get("name").text()).isEqualTo(HOSTILE.finding().caller().name());
  }

  @Test
  void observed_findings_are_told_only_when_asked_for_and_then_marked_in_their_place() {
    List<rolecall.finding.Told> told = List.of(REFUSED_EDIT);
    assertThat(lines(Samples.report(told, List.of(OBSERVED), false)).lines()).hasSize(1);
    List<String> lines = lines(Samples.report(told, List.of(OBSERVED), true)).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("{\"rule\":\"chime-routine-call\"")
        .endsWith("\"record\":7},\"mode\":\"observe\"}");
    assertThat(lines.getLast()).doesNotContain("\"mode\"");
  }

  @Test
  void findings_below_the_floor_are_left_out() {
    Report report =
        Samples.report(List.of(REFUSED_EDIT, BARE), List.of(OBSERVED), true, Severity.HIGH);
    assertThat(lines(report).lines()).singleElement().asString().contains("chime-slr-edit-refused");
  }

  @Test
  void nothing_found_writes_nothing() {
    assertThat(lines(Samples.report(List.of(), List.of(), true))).isEmpty();
  }
}
