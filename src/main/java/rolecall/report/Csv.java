package rolecall.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import rolecall.alert.Harmless;
import rolecall.alert.Times;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;

/**
 * One finding a row under a heading, by RFC 4180: UTF-8 with no byte order mark, lines that end
 * with CR and LF, quotes where a cell needs them, nothing where a value is absent.
 */
public final class Csv implements Rendering {
  /** The members of a finding in JSON, by their paths. */
  private enum Heading {
    RULE("rule"),
    SEVERITY("severity"),
    CATEGORY("category"),
    TITLE("title"),
    REASON("reason"),
    EVENT_ID("event.id"),
    EVENT_NAME("event.name"),
    EVENT_SOURCE("event.source"),
    EVENT_TIME("event.time"),
    EVENT_ACCOUNT("event.account"),
    EVENT_REGION("event.region"),
    CALLER_KIND("caller.kind"),
    CALLER_ARN("caller.arn"),
    CALLER_ACCOUNT("caller.account"),
    CALLER_NAME("caller.name"),
    ROLE_ARN("role.arn"),
    ROLE_NAME("role.name"),
    ROLE_ACCOUNT("role.account"),
    OUTCOME("outcome"),
    REPEATS("repeats"),
    POLICY_NAME("policy.name"),
    POLICY_SHA256("policy.sha256"),
    INPUT_FILE("input.file"),
    INPUT_RECORD("input.record"),
    MODE("mode");

    private final String path;

    Heading(String path) {
      this.path = path;
    }
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Harmless harmless = Harmless.utf8();
    writeRow(Arrays.stream(Heading.values()).map(heading -> heading.path).toList(), out);
    for (Told told : report.all()) {
      writeRow(
          Arrays.stream(Heading.values())
              .map(heading -> CsvCell.of(harmless.show(text(heading, told))))
              .toList(),
          out);
    }
  }

  private static void writeRow(List<String> cells, Writer out) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String text(Heading heading, Told told) {
    Finding finding = told.finding();
    return switch (heading) {
      case RULE -> finding.rule().id();
      case SEVERITY -> finding.rule().severity().word();
      case CATEGORY -> finding.rule().category();
      case TITLE -> finding.rule().title();
      case REASON -> finding.reason();
      case EVENT_ID -> finding.event().id();
      case EVENT_NAME -> finding.event().name();
      case EVENT_SOURCE -> finding.event().source();
      case EVENT_TIME -> Times.show(finding.event()).orElse("");
      case EVENT_ACCOUNT -> finding.event().account().orElse("");
      case EVENT_REGION -> finding.event().region().orElse("");
      case CALLER_KIND -> finding.caller().kind();
      case CALLER_ARN -> finding.caller().arn().orElse("");
      case CALLER_ACCOUNT -> finding.caller().account().orElse("");
      case CALLER_NAME -> finding.caller().name().orElse("");
      case ROLE_ARN -> finding.role().flatMap(Role::arn).orElse("");
      case ROLE_NAME -> finding.role().map(Role::name).orElse("");
      case ROLE_ACCOUNT -> finding.role().flatMap(Role::account).orElse("");
      case OUTCOME -> finding.event().outcome();
      case REPEATS -> Integer.toString(told.repeats());
      case POLICY_NAME -> finding.policy().name();
      case POLICY_SHA256 -> finding.policy().sha256();
      case INPUT_FILE -> finding.input().file();
      case INPUT_RECORD -> Long.toString(finding.input().record());
      case MODE -> finding.rule().observed() ? "observe" : "";
    };
  }
}
