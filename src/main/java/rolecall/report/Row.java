package rolecall.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import rolecall.alert.Harmless;
import rolecall.alert.Times;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;

/** The texts of one line of the table, harmless and not yet cut. */
final class Row {
  private static final String NONE = "-";

  private Row() {}

  static Map<Column, String> of(Told told, Harmless harmless) {
    Finding finding = told.finding();
    Event event = finding.event();
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String text =
          switch (column) {
            case TIME -> Times.show(event).orElse(NONE);
            case SEVERITY -> finding.rule().severity().word();
            case RULE -> finding.rule().id();
            case WHO -> who(finding.caller());
            case ROLE -> finding.role().map(Role::name).orElse(NONE);
            case PLACE -> event.account().orElse(NONE) + "/" + event.region().orElse(NONE);
            case OUTCOME -> event.outcome();
            case REASON -> marks(told) + finding.reason();
          };
      cells.put(column, oneBlank(harmless.show(text)));
    }
    return cells;
  }

  private static String who(Caller caller) {
    return caller
        .name()
        .or(caller::arn)
        .or(caller::account)
        .filter(name -> !name.isBlank())
        .orElse(caller.kind());
  }

  /** What must not be lost when a long reason is cut stands before it. */
  private static String marks(Told told) {
    String trial = told.finding().rule().observed() ? "[observed] " : "";
    Optional<String> repeats =
        told.repeats() == 0
            ? Optional.empty()
            : Optional.of(
                "[+%d %s] ".formatted(told.repeats(), told.repeats() == 1 ? "repeat" : "repeats"));
    return trial + repeats.orElse("");
  }

  /** Runs of blanks become one, or a caller could make a text look like two columns. */
  private static String oneBlank(String text) {
    String single = text.replaceAll("\\p{Zs}+", " ").strip();
    return single.isEmpty() ? NONE : single;
  }
}
