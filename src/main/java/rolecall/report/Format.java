package rolecall.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the findings of a scan can be told. */
public enum Format {
  /** One finding a line, with a summary below, for people. */
  TABLE,
  /** One JSON document: summary and alerts. */
  JSON,
  /** One JSON object a line, one line a finding. */
  JSONL,
  /** One OCSF Detection Finding a line, one line an event. */
  OCSF,
  /** One SARIF 2.1.0 log. */
  SARIF,
  /** One finding a row, for spreadsheets. */
  CSV;

  /** The word on the command line: {@code jsonl}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of that word, in any letter case. */
  public static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equalsIgnoreCase(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }
}
