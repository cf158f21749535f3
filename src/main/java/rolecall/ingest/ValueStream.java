package rolecall.ingest;

import rolecall.ingest.ObjectScan.End;
import rolecall.ingest.Recovery.Lines;
import rolecall.ingest.Recovery.Next;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Goes through the JSON values of one input, one after the other, and through the elements of those
 * that may be large: arrays, and the members {@code Records} and {@code Events} of an object. Takes
 * no more than one record into memory.
 *
 * <p>A record that is surely one and that nobody watches is passed over unparsed: its brackets,
 * keys, colons and commas were checked, so that its end is certain, but not how its numbers, words
 * and escapes are spelled, whether it is UTF-8, or whether its other keys stand twice.
 */
final class ValueStream {
  private final Window window;
  private final Structure structure;
  private final ObjectScan scan;
  private final Decisions decisions;
  private final Recovery recovery;
  private final Oversize oversize;
  private final Tally tally;
  private final Losses losses;
  private final Envelopes envelopes;
  private boolean anyValue;
  private int unclosed;

  ValueStream(Window window, Decisions decisions, Tally tally, Envelopes envelopes) {
    this.window = window;
    this.structure = new Structure();
    this.scan = new ObjectScan(structure);
    this.decisions = decisions;
    this.recovery = new Recovery(window);
    this.oversize = new Oversize(window);
    this.tally = tally;
    this.losses = new Losses(window, tally);
    this.envelopes = envelopes;
  }

  /** Reads everything that the window gives. */
  void read() {
    while (toNextValue()) {
      switch (window.bytes[window.position]) {
        case '{' -> object();
        case '[' -> array();
        default -> text();
      }
    }
    losses.end();
  }

  /** Moves over white space, commas and byte order marks; false at the end of the input. */
  private boolean toNextValue() {
    while (toNext()) {
      if (window.bytes[window.position] == ',') {
        window.position++;
      } else if (!skipByteOrderMark()) {
        return true;
      }
    }
    return false;
  }

  private boolean skipByteOrderMark() {
    if (window.bytes[window.position] != (byte) 0xef) {
      return false;
    }
    window.lookAhead(3);
    int p = window.position;
    if (window.bytes[p + 1] != (byte) 0xbb || window.bytes[p + 2] != (byte) 0xbf) {
      return false;
    }
    window.position += 3;
    return true;
  }

  /** Moves over white space; false at the end of the input. */
  private boolean toNext() {
    while (true) {
      window.position = Structure.skipSpace(window.bytes, window.position);
      if (window.position < window.limit) {
        return true;
      }
      window.position = window.limit;
      if (!window.more()) {
        return false;
      }
    }
  }

  private void object() {
    End end = search(true);
    if (end == End.STOPPED) {
      Passage _ = broken(scan.place(), linesAfterBreak());
    } else if (end == End.WHOLE) {
      whole(Place.LOOSE);
    } else {
      containers();
    }
  }

  /** Reads the elements of each container of an object, and what stands behind them. */
  private void containers() {
    End end = End.CONTAINER;
    while (end == End.CONTAINER) {
      Place place = scan.holdsRecords() ? Place.LOG : Place.LOOSE;
      if (place == Place.LOG) {
        tally.recognise();
      }
      window.position = scan.place() + 1;
      anyValue = true;
      if (!elements(place)) {
        unclosed++;
        return;
      }
      end = searchOn();
    }
    if (end == End.WHOLE) {
      window.position = scan.place();
    } else if (scan.place() >= window.limit) {
      losses.cutBetween();
      window.position = window.limit;
    } else {
      long offset = window.offset(window.position);
      String where = losses.at(scan.place());
      Next _ = recovery.recover(window.position, Lines.BEGINNING_A_VALUE);
      losses.gap(offset, where);
    }
  }

  private void array() {
    window.position++;
    if (toNext() && !isElementStart(window.bytes[window.position])) {
      window.position--;
      text();
    } else {
      elements(Place.LOOSE);
    }
  }

  private static boolean isElementStart(byte b) {
    return b >= 0 && "{[]\"-0123456789tfn,".indexOf(b) >= 0;
  }

  /**
   * Reads the elements of the array whose bracket stands before the window's position.
   *
   * @return whether its end was found
   */
  private boolean elements(Place place) {
    recovery.forgetKey();
    boolean comma = true;
    boolean commaMissed = false;
    while (toNext()) {
      byte next = window.bytes[window.position];
      if (next == ']') {
        window.position++;
        return true;
      }
      if (next == ',') {
        window.position++;
        comma = true;
        continue;
      }
      if (!comma && next != '{') {
        if (gap() != Passage.RECOVERED) {
          unclosed++;
          return false;
        }
        comma = true;
        continue;
      }
      if (!comma && !commaMissed) {
        commaMissed = true;
        losses.missingComma(window.offset(window.position));
      }
      Passage passage = next == '{' ? objectElement(place) : otherElement(place);
      if (passage == Passage.LOST) {
        unclosed++;
        return false;
      }
      comma = passage == Passage.RECOVERED;
    }
    losses.cutBetween();
    return false;
  }

  /** How a value was dealt with. */
  private enum Passage {
    /** The window stands behind it. */
    PASSED,
    /** It was broken; the window stands at the next one. */
    RECOVERED,
    /** It was broken, and with it the rest of what it stands in. */
    LOST
  }

  private Passage objectElement(Place place) {
    if (search(false) == End.STOPPED) {
      return broken(scan.place(), Lines.BEGINNING_A_VALUE);
    }
    recovery.rememberKey();
    whole(place);
    return Passage.PASSED;
  }

  private Passage otherElement(Place place) {
    int end = structure.skipValue(window.bytes, window.position);
    while ((end < 0 ? structure.stop() : end) >= window.limit && window.more()) {
      end = structure.skipValue(window.bytes, window.position);
    }
    if (end < 0) {
      return broken(structure.stop(), Lines.BEGINNING_A_VALUE);
    }
    parse(end, place);
    return Passage.PASSED;
  }

  private Passage gap() {
    long offset = window.offset(window.position);
    String where = losses.at(window.position);
    Next next = recovery.recover(window.position, Lines.BEGINNING_A_VALUE);
    losses.gap(offset, where);
    return next == Next.RECORD ? Passage.RECOVERED : Passage.LOST;
  }

  private End search(boolean containers) {
    End end = scan.search(window.bytes, window.position, containers);
    while (end == End.STOPPED && scan.place() >= window.limit && window.more()) {
      end = scan.search(window.bytes, window.position, containers);
    }
    return end;
  }

  private End searchOn() {
    End end = scan.goOn(window.bytes, window.position);
    while (end == End.STOPPED && scan.place() >= window.limit && window.more()) {
      end = scan.goOn(window.bytes, window.position);
    }
    return end;
  }

  /** Deals with the object at the window's position, which the last search found whole. */
  private void whole(Place place) {
    if (scan.isPlain() && decisions.mayBeIgnored(window.bytes, scan)) {
      anyValue = true;
      window.position = scan.place();
      tally.ignored();
      return;
    }
    parse(scan.place(), place);
  }

  private void parse(int end, Place place) {
    anyValue = true;
    long offset = window.offset(window.position);
    try {
      Json value = JsonReader.read(window.bytes, window.position, end);
      envelopes.open(value, offset, place);
    } catch (UnreadableJson invalid) {
      losses.invalid(offset, invalid);
    }
    window.position = end;
  }

  /** Which lines may end the loss of the broken value at the window's position. */
  private Lines linesAfterBreak() {
    if (scan.place() >= window.limit) {
      return Lines.BEGINNING_A_VALUE;
    }
    for (int p = window.position; p < scan.place(); p++) {
      if (window.bytes[p] == '\n') {
        return Lines.BEGINNING_A_VALUE;
      }
    }
    return Lines.ANY;
  }

  /** Deals with the value at the window's position, which does not go on as it must at a place. */
  private Passage broken(int stop, Lines lines) {
    boolean cut = stop >= window.limit;
    long offset = window.offset(window.position);
    if (cut && window.isFull()) {
      return tooLong(offset, lines);
    }
    String where = losses.at(stop);
    Next next = recovery.recoverWithin(stop, lines);
    if (next != Next.NOTHING) {
      losses.broken(offset, where);
    } else if (cut) {
      losses.cutRecord(offset);
    } else {
      losses.brokenToTheEnd(offset, where);
    }
    return next == Next.RECORD ? Passage.RECOVERED : Passage.LOST;
  }

  private Passage tooLong(long offset, Lines lines) {
    Oversize.End end = oversize.pass();
    if (end == Oversize.End.CUT) {
      losses.cutRecord(offset);
      return Passage.LOST;
    }
    losses.tooLong(offset);
    if (end == Oversize.End.PASSED) {
      return Passage.PASSED;
    }
    Next next = recovery.recover(window.position, lines);
    return next == Next.RECORD ? Passage.RECOVERED : Passage.LOST;
  }

  /** Deals with what is no JSON, at the window's position between two values. */
  private void text() {
    byte first = window.bytes[window.position];
    if (unclosed > 0 && (first == ']' || first == '}')) {
      // The end of what was left half read; its loss was told.
      unclosed -= first == '}' ? 1 : 0;
      window.position++;
      return;
    }
    long offset = window.offset(window.position);
    if (anyValue) {
      String where = losses.at(window.position);
      Next _ = recovery.recover(window.position, Lines.ANY);
      losses.line(offset, where);
      return;
    }
    String start = losses.start();
    if (window.holdsNul()) {
      losses.binary(offset);
      window.giveUp();
    } else if (recovery.recover(window.position + 1, Lines.BEGINNING_A_VALUE) != Next.NOTHING) {
      losses.preamble(offset, start);
    } else {
      losses.noJson(offset, start);
    }
  }
}
