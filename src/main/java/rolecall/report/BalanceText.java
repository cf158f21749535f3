package rolecall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rolecall.monitor.Balance;
import rolecall.monitor.Coverage;
import rolecall.monitor.MissedEvent;

/** What a monitor handled of that which CloudTrail has, for people. */
public final class BalanceText {
  private static final String NONE = "-";

  /** One of 100,000 shows in so many digits. */
  private static final int DIGITS = 3;

  private static final BigDecimal LEAST = BigDecimal.valueOf(1, DIGITS);

  private BalanceText() {}

  /** The lines; texts that stand in records are not yet harmless. */
  public static List<String> lines(Balance balance) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Compared with what the monitor handled: events from %s until %s."
            .formatted(balance.since(), balance.until()));
    if (balance.places().isEmpty()) {
      lines.add("None of them was to reach the monitor.");
      return lines;
    }
    lines.add("");
    int width = balance.places().keySet().stream().mapToInt(p -> place(p).length()).max().orElse(0);
    String row = "%-" + Math.max(width, "ACCOUNT/REGION".length()) + "s  %12s  %12s  %12s  %10s";
    lines.add(row.formatted("ACCOUNT/REGION", "EXPECTED", "HANDLED", "MISSED", "COVERAGE"));
    balance.places().forEach((place, coverage) -> lines.add(row(row, place(place), coverage)));
    if (balance.places().size() > 1) {
      lines.add(row(row, "all", balance.whole()));
    }
    if (!balance.quiet().isEmpty()) {
      lines.add("");
      lines.add("Missed, and no rule minds:");
      balance.quiet().forEach(event -> lines.add(line(event)));
      if (balance.moreQuiet() > 0) {
        lines.add("and %s more".formatted(plain(balance.moreQuiet())));
      }
    }
    return lines;
  }

  /** {@code 111122223333/us-east-1}. */
  public static String place(Balance.Place place) {
    return place.account().orElse(NONE) + "/" + place.region();
  }

  private static String row(String row, String place, Coverage coverage) {
    return row.formatted(
        place,
        plain(coverage.expected()),
        plain(coverage.handled()),
        plain(coverage.missed()),
        percent(coverage) + " %");
  }

  private static String line(MissedEvent event) {
    return "%s  %s/%s  %s  %s"
        .formatted(
            event.time().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(NONE),
            event.account().orElse(NONE),
            event.region().orElse(NONE),
            event.shortName(),
            event.id());
  }

  /** In percent; never 100 when one was missed, never 0 when one was handled. */
  static BigDecimal percent(Coverage coverage) {
    if (coverage.missed() == 0) {
      return BigDecimal.valueOf(100).setScale(DIGITS);
    }
    BigDecimal share =
        BigDecimal.valueOf(coverage.handled())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(coverage.expected()), DIGITS, RoundingMode.DOWN);
    return coverage.handled() > 0 ? share.max(LEAST) : share;
  }

  private static String plain(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
