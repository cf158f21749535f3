package rolecall.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How wide each column of a table is, so that no line is wider than asked. Severity and rule are
 * never cut. Where the room is short the others shrink in steps, and at last columns are left out.
 */
final class ColumnWidths {
  /** Blanks between two columns. */
  static final int GAP = 2;

  private static final List<Step> STEPS =
      List.of(
          new Step(Column.REASON, 60),
          new Step(Column.ROLE, 28),
          new Step(Column.WHO, 20),
          new Step(Column.PLACE, 22),
          new Step(Column.REASON, 40),
          new Step(Column.ROLE, 14),
          new Step(Column.WHO, 12),
          new Step(Column.REASON, 24),
          new Step(Column.PLACE, 0),
          new Step(Column.OUTCOME, 0),
          new Step(Column.ROLE, 0),
          new Step(Column.WHO, 0),
          new Step(Column.REASON, 0),
          new Step(Column.TIME, 0));

  /** A column may shrink to so many columns of the terminal; 0 leaves it out. */
  private record Step(Column column, int floor) {}

  private ColumnWidths() {}

  /** The width of every column that is shown. */
  static Map<Column, Integer> fit(List<Map<Column, String>> rows, int lineWidth) {
    Map<Column, Integer> widths = natural(rows);
    for (Step step : STEPS) {
      int tooMuch = total(widths) - lineWidth;
      if (tooMuch <= 0) {
        return widths;
      }
      shrink(widths, step, tooMuch);
    }
    return widths;
  }

  private static Map<Column, Integer> natural(List<Map<Column, String>> rows) {
    Map<Column, Integer> widths = new EnumMap<>(Column.class);
    for (Map<Column, String> row : rows) {
      row.forEach((column, text) -> widths.merge(column, TextWidth.of(text), Math::max));
    }
    return widths;
  }

  private static void shrink(Map<Column, Integer> widths, Step step, int tooMuch) {
    if (step.floor() == 0) {
      widths.remove(step.column());
      return;
    }
    widths.computeIfPresent(
        step.column(),
        (_, width) -> width <= step.floor() ? width : Math.max(step.floor(), width - tooMuch));
  }

  private static int total(Map<Column, Integer> widths) {
    Set<Column> shown = widths.keySet();
    return widths.values().stream().mapToInt(Integer::intValue).sum()
        + GAP * Math.max(0, shown.size() - 1);
  }
}
