package rolecall.ingest;

import java.nio.charset.StandardCharsets;
import rolecall.json.UnreadableJson;

/** Puts into words what is broken in an input, where, and what to do. */
final class Losses {
  private static final String REPAIR =
      "Get the file anew from where it came from, or mend that place by hand; all else in it was"
          + " read.";
  private static final String ANEW = "Get the file anew from where it came from.";
  private static final int SHOWN = 20;

  private final Window window;
  private final Tally tally;
  private boolean damageTold;

  Losses(Window window, Tally tally) {
    this.window = window;
    this.tally = tally;
  }

  /** What stands at that place of the window, as a part of a sentence. */
  String at(int place) {
    long offset = window.offset(place);
    if (place >= window.limit) {
      return "the input ends at byte " + offset;
    }
    int found = window.bytes[place] & 0xff;
    String shown =
        switch (found) {
          case 0 -> "a NUL byte";
          case '\n', '\r' -> "a line break";
          default ->
              found > ' ' && found < 0x7f
                  ? "an unexpected '" + (char) found + "'"
                  : "an unexpected byte 0x%02x".formatted(found);
        };
    return "at byte " + offset + " stands " + shown;
  }

  /** A record that breaks and does not hide the next one. */
  void broken(long offset, String where) {
    tally.lostRecord(offset, "The record is no valid JSON: " + where + ".", REPAIR);
  }

  /** A record whose end is certain, and that cannot be read all the same. */
  void invalid(long offset, UnreadableJson why) {
    String place = why.offset() < 0 ? "" : ", near byte " + (offset + why.offset());
    tally.lostRecord(
        offset, "The record is no valid JSON: " + why.getMessage() + place + ".", REPAIR);
  }

  /** A record that breaks, and behind which no other one can be found. */
  void brokenToTheEnd(long offset, String where) {
    tally.lostRecord(
        offset,
        "The record is no valid JSON: "
            + where
            + ". No other record was found behind it, so "
            + (window.offset(window.limit) - offset)
            + " bytes are lost.",
        ANEW);
  }

  /** The input ends inside a record. */
  void cutRecord(long offset) {
    if (window.damage().isPresent()) {
      Damage damage = window.damage().get();
      damageTold = true;
      tally.lostRecord(offset, damage.what(), damage.fix());
    } else {
      tally.lostRecord(
          offset,
          "The input ends in the middle of a record, after "
              + window.offset(window.limit)
              + " bytes.",
          ANEW);
    }
  }

  /** The input ends between two records where more should come. */
  void cutBetween() {
    if (window.damage().isEmpty()) {
      tally.lostStretch(
          window.offset(window.limit),
          "The input ends before its last bracket, so records may be missing from it.",
          ANEW);
    }
  }

  /** Says why the input ended too early, when nothing said so yet. */
  void end() {
    if (window.damage().isPresent() && !damageTold) {
      Damage damage = window.damage().get();
      tally.lostStretch(window.offset(window.limit), damage.what(), damage.fix());
    }
  }

  /** A record that is larger than any that is taken. */
  void tooLong(long offset) {
    tally.lostRecord(
        offset,
        "The record is longer than " + Window.MAX_VALUE + " bytes, and CloudTrail writes none so.",
        "Find out what wrote the file; all else in it was read.");
  }

  /** Something between two elements of an array. */
  void gap(long offset, String where) {
    tally.lostStretch(
        offset, "Between two records stands what belongs to neither: " + where + ".", REPAIR);
  }

  /** Two elements of an array with nothing between them. */
  void missingComma(long offset) {
    tally.lostStretch(
        offset,
        "Between two records the comma is missing, so others may have been lost there.",
        REPAIR);
  }

  /** A line that is no JSON, among lines that are. */
  void line(long offset, String where) {
    tally.lostRecord(offset, "The line is no JSON: " + where + ".", REPAIR);
  }

  /** Text before the first value. */
  void preamble(long offset, String start) {
    tally.lostStretch(
        offset,
        "Before the first JSON value stands other text; it begins with " + start + ".",
        "Take that text out, or give the log as CloudTrail wrote it; what follows was read.");
  }

  /** Nothing but text. */
  void noJson(long offset, String start) {
    tally.lostStretch(
        offset,
        "It is no JSON; it begins with " + start + ".",
        "Give CloudTrail log files: JSON, JSON lines, or gzip of them.");
  }

  /** Bytes that are no text at all. */
  void binary(long offset) {
    tally.lostStretch(
        offset,
        "It is no text: NUL bytes stand in it.",
        "Give CloudTrail log files: JSON, JSON lines, or gzip of them.");
  }

  /** The first characters from the window's position on, quoted. */
  String start() {
    int to = Math.min(window.limit, window.position + SHOWN);
    String text =
        new String(
            window.bytes, window.position, to - window.position, StandardCharsets.ISO_8859_1);
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        break;
      }
      shown.append(c >= ' ' && c < 0x7f ? c : '.');
    }
    return shown.append('"').toString();
  }
}
