package rolecall.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import rolecall.finding.Finding;

/** Where the ledger's entries stand, and how much of other people's texts they keep. */
final class Keys {
  /** The longest text that is kept whole, in characters. */
  static final int MOST = 512;

  /** The sort key of {@link CallerNote}; no rule id begins so. */
  static final String CALLER = "#caller";

  /** The partition that names the openers with counts that nobody told yet. */
  static final String REPEATS = "repeats";

  /** The partition that says since when events are noted as seen. */
  static final String SEEN_SINCE = "seen";

  /** The partition of alerts that went out before their chains were known to the end. */
  static final String OPEN_CHAINS = "chains";

  private static final String CUT = "...sha256:";
  private static final int HEX = 64;

  private Keys() {}

  static String event(Finding finding) {
    return bounded(finding.act().event());
  }

  static String rule(Finding finding) {
    return bounded(finding.rule().id());
  }

  static String eventPartition(String event) {
    return "event#" + bounded(event);
  }

  static Entry.Place claim(Finding finding) {
    return claim(event(finding), rule(finding));
  }

  static Entry.Place claim(String event, String rule) {
    return new Entry.Place(eventPartition(event), rule);
  }

  /** The windows of one actor on one target under one rule. */
  static Entry.Place window(Finding finding) {
    return window(
        "window#" + joined(finding.rule().id(), finding.act().actor(), finding.act().target()));
  }

  /** The takings of one role by one name in one minute. */
  static String takingPartition(String by, String role, Instant minute) {
    return "taking#" + joined(by, role, minute.toString());
  }

  private static String joined(String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      String text = bounded(part);
      joined.append(text.length()).append(':').append(text);
    }
    return sha256(joined.toString());
  }

  static Entry.Place window(OpenCount count) {
    return window(count.window());
  }

  private static Entry.Place window(String partition) {
    return new Entry.Place(partition, "openers");
  }

  /** The events of one Region and hour, UTC, that were handled. */
  static String seenPartition(String region, Instant hour) {
    return "seen#%s#%s".formatted(bounded(region), hour.truncatedTo(ChronoUnit.HOURS));
  }

  /** Tells texts apart well enough within one entry. */
  static String brief(String text) {
    return sha256(text).substring(0, 12);
  }

  /**
   * A text as entries keep it: of one that is too long, or no Unicode, the beginning and the hash
   * of all of it, so that two texts stay two. Bounding it again changes nothing.
   */
  static String bounded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String clean = new String(bytes, StandardCharsets.UTF_8);
    if (text.length() <= MOST && clean.equals(text)) {
      return text;
    }
    int end = Math.min(text.length(), MOST - CUT.length() - HEX);
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    String kept = text.substring(0, whole);
    return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        + CUT
        + sha256(text);
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** A SHA-256 over the UTF-16 units, since a text may be no Unicode. */
  static byte[] digest(String text) {
    byte[] units = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      units[2 * i] = (byte) (unit >> 8);
      units[2 * i + 1] = (byte) unit;
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(units);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
