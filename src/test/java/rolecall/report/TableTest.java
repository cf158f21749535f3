package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.finding.Finding;
import rolecall.finding.Severity;
import rolecall.finding.Told;

class TableTest {
  private static final List<Told> ALL = List.of(REFUSED_EDIT, HOSTILE, BARE);

  private static String table(TableStyle style, Report report) {
    return Written.by(new Table(style), report);
  }

  @Test
  void every_finding_is_a_line_and_the_counts_stand_below() {
    assertThat(table(TableStyle.plain(), Samples.report(ALL, List.of(OBSERVED), true)))
        .isEqualTo(
            """
            TIME                  SEVERITY  RULE                    WHO                   ROL\
            E                          ACCOUNT/REGION          OUTCOME  REASON
            2026-03-02T08:00:00Z  info      chime-routine-call      le\
            e                   -                             111122223333/us-east-1  success  [\
            observed] lee called CreateAttendee.
            2026-03-02T09:14:07Z  high      chime-slr-edit-refused  dana                  AWSSer\
            viceRoleForAmazonChime  111122223333/us-east-1  refused  [+2 repeats] dana (role-ses\
            sion) tried AttachRolePolicy...
            2026-03-02T10:00:00Z  critical  assumption-not-granted  da\\u000ana \\u0009...  chim\
            e\\u0085\\u2066admin        111122223333/us-east-1  success  took \\u001b[2J"it"\\u0\
            00d\\u000a\\u202erole\\u2028 \\ud800 \\...
            -                     medium    not-judged              unknow\
            n               -                             -/-                     failed   Nothi\
            ng is known.

            3 findings: 1 critical, 1 high, 1 medium
            records 1004 = ignored 900 + allowed 100 + observed 1 + alerted 3 + repeated 0 + unr\
            eadable 0
            12 inputs and 1,234,567 bytes read; 1 record excused by exceptions: audit 1, migration 1
            3 skipped, with no records:
                1  a CloudTrail digest
                2  an EventBridge event of \\u001b[2J
            policy default, sha256 0123456789ab
            """);
  }

  @Test
  void on_a_narrow_terminal_columns_go_and_severity_and_rule_stay_whole() {
    TableStyle narrow = new TableStyle(80, false, StandardCharsets.UTF_8);
    assertThat(table(narrow, Samples.report(ALL, List.of(), false)))
        .startsWith(
            """
            TIME                  SEVERITY  RULE                    REASON
            2026-03-02T09:14:07Z  high      chime-slr-edit-refused  [+2 repeats] dana (ro...
            2026-03-02T10:00:00Z  critical  assumption-not-granted  took \\u001b[2J"it"\\u0...
            -                     medium    not-judged              Nothing is known.

            3 findings: 1 critical, 1 high, 1 medium
            """);
  }

  @Test
  void no_width_makes_a_line_too_wide_or_cuts_severity_or_rule() {
    Report report = Samples.report(ALL, List.of(OBSERVED), true);
    for (int width = 34; width <= 220; width++) {
      String table = table(new TableStyle(width, false, StandardCharsets.UTF_8), report);
      List<String> rows = table.lines().takeWhile(line -> !line.isEmpty()).toList();
      assertThat(rows).as("width " + width).hasSize(5);
      for (String row : rows) {
        assertThat(TextWidth.of(row)).as(row).isLessThanOrEqualTo(width);
      }
      assertThat(rows.get(2)).contains("high      chime-slr-edit-refused");
      assertThat(rows.get(3)).contains("critical  assumption-not-granted");
    }
  }

  @Test
  void findings_of_both_copies_of_an_event_stand_together() {
    Finding bare = BARE.finding();
    Told otherCopy =
        new Told(
            new Finding(
                bare.rule(),
                bare.reason(),
                bare.event(),
                bare.caller(),
                bare.role(),
                bare.policy(),
                bare.input(),
                REFUSED_EDIT.finding().act()),
            0);
    Report report = Samples.report(List.of(REFUSED_EDIT, HOSTILE, otherCopy), List.of(), false);

    assertThat(table(TableStyle.plain(), report).lines().limit(4))
        .extracting(line -> line.substring(32).split(" ", -1)[0])
        .containsExactly("RULE", "chime-slr-edit-refused", "not-judged", "assumption-not-granted");
  }

  @Test
  void only_the_severity_is_coloured() {
    TableStyle coloured = new TableStyle(200, true, StandardCharsets.UTF_8);
    Report report = Samples.report(ALL, List.of(OBSERVED), true);
    String table = table(coloured, report);
    assertThat(table)
        .contains("  \u001b[31mhigh\u001b[0m      chime-slr-edit-refused")
        .contains("  \u001b[1;31mcritical\u001b[0m  assumption-not-granted");
    assertThat(table.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(table(TableStyle.plain(), report));
  }

  @Test
  void what_the_character_set_lacks_is_escaped_and_cut_with_dots() {
    TableStyle ascii = new TableStyle(120, false, StandardCharsets.US_ASCII);
    String table = table(ascii, Samples.report(ALL, List.of(), false));
    assertThat(table).contains("...").contains("\\u");
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(table)).isTrue();
  }

  @Test
  void what_the_floor_leaves_out_is_counted() {
    Report report = Samples.report(ALL, List.of(), false, Severity.HIGH);
    assertThat(table(TableStyle.plain(), report))
        .contains("\n3 findings: 1 critical, 1 high, 1 medium; 1 below high not shown\n")
        .doesNotContain("not-judged");
  }

  @Test
  void nothing_found_is_said_in_one_line_before_the_counts() {
    assertThat(table(TableStyle.plain(), Samples.report(List.of(), List.of(), false)))
        .isEqualTo(
            """
            No findings: no rule was broken.
            records 1000 = ignored 900 + allowed 100 + observed 0 + alerted 0 + repeated 0 + unreadable 0
            12 inputs and 1,234,567 bytes read; 1 record excused by exceptions: audit 1, migration 1
            3 skipped, with no records:
                1  a CloudTrail digest
                2  an EventBridge event of \\u001b[2J
            policy default, sha256 0123456789ab
            """);
  }

  @Test
  void rules_on_trial_alone_are_no_finding_and_no_silence() {
    assertThat(table(TableStyle.plain(), Samples.report(List.of(), List.of(OBSERVED), false)))
        .startsWith("No findings: only rules on trial fired; --show-observed shows them.\n");
  }
}
