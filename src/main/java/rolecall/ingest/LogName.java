package rolecall.ingest;

import java.util.List;
import java.util.Locale;

/** Which files in a folder are opened. */
public final class LogName {
  private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".log", ".gz");

  private LogName() {}

  /** Whether a file of this name, or of a path that ends in it, may be a log. */
  public static boolean looksLikeLog(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
