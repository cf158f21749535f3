package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String HEADING =
      "rule,severity,category,title,reason,event.id,event.name,event.source,event.time,"
          + "event.account,event.region,caller.kind,caller.arn,caller.account,caller.name,role.arn,"
          + "role.name,role.account,outcome,repeats,policy.name,policy.sha256,input.file,"
          + "input.record,mode\r\n";

  private static String csv(Report report) {
    return Written.by(new Csv(), report);
  }

  @Test
  void a_finding_is_a_row_under_the_heading() {
    assertThat(csv(Samples.report(List.of(REFUSED_EDIT), List.of(), false)))
        .isEqualTo(
            HEADING
                + "chime-slr-edit-refused,high,service-linked-role,Title of chime-slr-edit-refused,"
                + "dana (role-session) tried AttachRolePolicy on the Chime service-linked role.,"
                + "0a1b2c3d-0000-4000-8000-000000000009,AttachRolePolicy,iam.amazonaws.com,"
                + "2026-03-02T09:14:07Z,111122223333,us-east-1,role-session,"
                + "arn:aws:sts::111122223333:assumed-role/Admin/dana,111122223333,dana,"
                + "arn:aws:iam::111122223333:role/aws-service-role/chime.amazonaws.com/"
                + "AWSServiceRoleForAmazonChime,AWSServiceRoleForAmazonChime,111122223333,refused,"
                + "2,default,"
                + "0123456789abcdef".repeat(4)
                + ",logs/a.json.gz,7,\r\n");
  }

  @Test
  void what_is_absent_is_empty() {
    assertThat(csv(Samples.report(List.of(BARE), List.of(), false)))
        .contains(",iam.amazonaws.com,,,,unknown,,,,,,,failed,0,");
  }

  @Test
  void nothing_found_is_the_heading_alone() {
    assertThat(csv(Samples.report(List.of(), List.of(), false))).isEqualTo(HEADING);
  }

  @Test
  void observed_findings_say_so_in_the_last_column() {
    assertThat(csv(Samples.report(List.of(), List.of(OBSERVED), true))).endsWith(",7,observe\r\n");
  }

  @Test
  void hostile_texts_stay_in_their_cell() {
    String csv = csv(Samples.report(List.of(HOSTILE), List.of(), false));
    assertThat(csv.split("\r\n", -1)).hasSize(3);
    assertThat(csv)
        .contains(
            "\"took \\u001b[2J\"\"it\"\"\\u000d\\u000a\\u202erole\\u2028 \\ud800 \\ \\u200b日本"
                + " 😀.\"")
        .contains(",chime\\u0085\\u2066admin,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "\"=1",
        "'=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "="
      })
  void no_cell_is_a_formula(String text) {
    String cell = CsvCell.of(text);
    assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dana", "", "-", "a=b", "arn:aws:iam::111122223333:user/dana", "1-2", "/x"})
  void other_cells_stay_as_they_are(String text) {
    assertThat(CsvCell.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", " a", "a ", "a\nb", "a\rb"})
  void a_cell_is_quoted_where_it_must_be(String text) {
    assertThat(CsvCell.of(text)).isEqualTo('"' + text + '"');
  }
}
