package rolecall.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rolecall.alert.Harmless;
import rolecall.finding.Severity;
import rolecall.finding.Told;

/** One finding a line, and the counts below, for people. */
public final class Table implements Rendering {
  private static final String PLAIN = "\u001b[0m";

  private final TableStyle style;

  public Table(TableStyle style) {
    this.style = Objects.requireNonNull(style, "style is null");
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Harmless harmless = new Harmless(style.charset().newEncoder());
    if (report.balance().isPresent()) {
      writeLines(BalanceText.lines(report.balance().get()), harmless, out);
      out.write('\n');
    }
    List<Told> findings = byEvent(report.all());
    if (!findings.isEmpty()) {
      writeFindings(findings, harmless, out);
      out.write('\n');
    }
    writeLines(SummaryText.lines(report), harmless, out);
  }

  private static void writeLines(List<String> lines, Harmless harmless, Writer out)
      throws IOException {
    for (String line : lines) {
      out.write(harmless.show(line));
      out.write('\n');
    }
  }

  private void writeFindings(List<Told> findings, Harmless harmless, Writer out)
      throws IOException {
    List<Map<Column, String>> rows = new ArrayList<>(findings.size() + 1);
    rows.add(headings());
    findings.forEach(told -> rows.add(Row.of(told, harmless)));
    Map<Column, Integer> widths = ColumnWidths.fit(rows, style.width());
    writeRow(rows.getFirst(), widths, "", out);
    for (int i = 0; i < findings.size(); i++) {
      String colour = colourOf(findings.get(i).finding().rule().severity());
      writeRow(rows.get(i + 1), widths, style.colour() ? colour : "", out);
    }
  }

  /** Those of one event stand together where its first one stands, of whichever copy they are. */
  private static List<Told> byEvent(List<Told> findings) {
    Map<String, List<Told>> events = new LinkedHashMap<>();
    for (Told told : findings) {
      events.computeIfAbsent(told.finding().act().event(), _ -> new ArrayList<>()).add(told);
    }
    return events.values().stream().flatMap(List::stream).toList();
  }

  private static Map<Column, String> headings() {
    Map<Column, String> row = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      row.put(column, column.heading());
    }
    return row;
  }

  private static void writeRow(
      Map<Column, String> row, Map<Column, Integer> widths, String colour, Writer out)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (Map.Entry<Column, Integer> shown : widths.entrySet()) {
      String text = TextWidth.cut(row.get(shown.getKey()), shown.getValue());
      String padded = TextWidth.pad(text, shown.getValue() + ColumnWidths.GAP);
      boolean coloured = shown.getKey() == Column.SEVERITY && !colour.isEmpty();
      line.append(coloured ? colour + text + PLAIN + padded.substring(text.length()) : padded);
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }

  private static String colourOf(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "\u001b[1;31m";
      case HIGH -> "\u001b[31m";
      case MEDIUM -> "\u001b[33m";
      case LOW -> "\u001b[36m";
      case INFO -> "";
    };
  }
}
