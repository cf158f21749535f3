package rolecall.ingest;

import java.util.List;
import java.util.Optional;

/** Knows files that are no JSON by their first bytes, and what to do with them. */
final class Unwelcome {
  private record Kind(String start, String what, String fix) {}

  private static final String UTF_16 = "It is written in UTF-16; logs are UTF-8.";
  private static final String UTF_16_FIX =
      "Convert it with: iconv -f UTF-16 -t UTF-8 FILE > NEW.json, and scan that.";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("\u00ff\u00fe", UTF_16, UTF_16_FIX),
          new Kind("\u00fe\u00ff", UTF_16, UTF_16_FIX),
          new Kind("{\0", UTF_16, UTF_16_FIX.replace("UTF-16 ", "UTF-16LE ")),
          new Kind("[\0", UTF_16, UTF_16_FIX.replace("UTF-16 ", "UTF-16LE ")),
          new Kind("\0{", UTF_16, UTF_16_FIX.replace("UTF-16 ", "UTF-16BE ")),
          new Kind("\0[", UTF_16, UTF_16_FIX.replace("UTF-16 ", "UTF-16BE ")),
          new Kind(
              "\u001f\u008b", "It is gzip inside gzip.", "Unpack it once and scan the result."),
          new Kind("PK\u0003\u0004", "It is a zip archive.", "Unpack it and scan the folder."),
          new Kind("BZh", "It is packed with bzip2.", "Unpack it and scan the result."),
          new Kind("\u00fd7zXZ", "It is packed with xz.", "Unpack it and scan the result."),
          new Kind("(\u00b5/\u00fd", "It is packed with zstd.", "Unpack it and scan the result."),
          new Kind(
              "PAR1",
              "It is a Parquet file.",
              "Give the log files that CloudTrail wrote, as JSON."));

  private Unwelcome() {}

  /** What is wrong with the input that begins at the window's position; empty when nothing is. */
  static Optional<Damage> at(Window window) {
    for (Kind kind : KINDS) {
      if (startsWith(window, kind.start())) {
        return Optional.of(new Damage(kind.what(), kind.fix()));
      }
    }
    return Optional.empty();
  }

  private static boolean startsWith(Window window, String start) {
    if (window.limit - window.position < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if ((window.bytes[window.position + i] & 0xff) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
