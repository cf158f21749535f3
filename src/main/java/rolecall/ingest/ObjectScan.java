package rolecall.ingest;

/**
 * Finds where an object ends and, on the way, which event it is: the values of its own members
 * {@code eventSource} and {@code eventName}, as bytes. For one thread.
 */
final class ObjectScan {
  /** How a search ended. */
  enum End {
    /** The object is whole and ends at {@link #place()}. */
    WHOLE,
    /** An array of records or of LookupEvents items begins at {@link #place()}. */
    CONTAINER,
    /** It does not go on as it must, or has not arrived yet, at {@link #place()}. */
    STOPPED
  }

  private static final long EVENT_SOURCE_START = word("eventSou");
  private static final long EVENT_SOURCE_END = word("ntSource");
  private static final long EVENT_NAME_START = word("eventNam");
  private static final int EVENT_SOURCE_LENGTH = "eventSource".length();
  private static final int EVENT_NAME_LENGTH = "eventName".length();
  private static final long RECORDS = word("Records\"");
  private static final long EVENTS = word("Events\":");
  private static final long EVENTS_MASK = (1L << 56) - 1;

  private final Structure structure;
  private int place;
  private boolean odd;
  private boolean records;
  private int sourceFrom;
  private int sourceTo;
  private int nameFrom;
  private int nameTo;

  ObjectScan(Structure structure) {
    this.structure = structure;
  }

  /** Where the last search ended. */
  int place() {
    return place;
  }

  /**
   * Whether the object has exactly one {@code eventSource} and one {@code eventName}, both strings
   * without escapes, and no key with an escape that could be a third.
   */
  boolean isPlain() {
    return !odd && sourceTo > 0 && nameTo > 0;
  }

  /** Whether the container found last is called {@code Records}, and not {@code Events}. */
  boolean holdsRecords() {
    return records;
  }

  int sourceFrom() {
    return sourceFrom;
  }

  int sourceTo() {
    return sourceTo;
  }

  int nameFrom() {
    return nameFrom;
  }

  int nameTo() {
    return nameTo;
  }

  /**
   * Searches the object whose brace stands at {@code from}.
   *
   * @param containers whether to stop at a container
   */
  End search(byte[] bytes, int from, boolean containers) {
    odd = false;
    sourceTo = 0;
    nameTo = 0;
    int p = Structure.skipSpace(bytes, from + 1);
    return bytes[p] == '}' ? end(End.WHOLE, p + 1) : members(bytes, p, containers);
  }

  /** Goes on behind a member of an object, such as a container that was dealt with. */
  End goOn(byte[] bytes, int from) {
    int p = Structure.skipSpace(bytes, from);
    if (bytes[p] == '}') {
      return end(End.WHOLE, p + 1);
    }
    if (bytes[p] != ',') {
      return end(End.STOPPED, p);
    }
    return members(bytes, Structure.skipSpace(bytes, p + 1), true);
  }

  private End members(byte[] bytes, int from, boolean containers) {
    int p = from;
    while (true) {
      if (bytes[p] != '"') {
        return end(End.STOPPED, p);
      }
      int key = p + 1;
      int keyEnd = Structure.firstSpecial(bytes, key);
      boolean escaped = bytes[keyEnd] != '"';
      p = escaped ? structure.skipString(bytes, keyEnd) : keyEnd + 1;
      if (p < 0 || (p = structure.skipColon(bytes, p)) < 0) {
        return end(End.STOPPED, structure.stop());
      }
      if (escaped) {
        odd = true;
      } else if (containers && bytes[p] == '[' && isContainer(bytes, key, keyEnd)) {
        return end(End.CONTAINER, p);
      }
      int value = p;
      p = bytes[p] == '"' ? structure.skipString(bytes, p + 1) : structure.skipValue(bytes, p);
      if (p < 0) {
        return end(End.STOPPED, structure.stop());
      }
      note(bytes, key, keyEnd, value, p);
      byte next = bytes[p];
      if (next <= ' ') {
        p = Structure.skipSpace(bytes, p);
        next = bytes[p];
      }
      if (next == '}') {
        return end(End.WHOLE, p + 1);
      }
      if (next != ',') {
        return end(End.STOPPED, p);
      }
      p = bytes[p + 1] == '"' ? p + 1 : Structure.skipSpace(bytes, p + 1);
    }
  }

  private void note(byte[] bytes, int key, int keyEnd, int value, int valueEnd) {
    int length = keyEnd - key;
    if (length == EVENT_SOURCE_LENGTH
        && Structure.eightBytes(bytes, key) == EVENT_SOURCE_START
        && Structure.eightBytes(bytes, key + 3) == EVENT_SOURCE_END) {
      odd |= sourceTo > 0 || isNoPlainString(bytes, value, valueEnd);
      sourceFrom = value + 1;
      sourceTo = valueEnd - 1;
    } else if (length == EVENT_NAME_LENGTH
        && Structure.eightBytes(bytes, key) == EVENT_NAME_START
        && bytes[key + 8] == 'e') {
      odd |= nameTo > 0 || isNoPlainString(bytes, value, valueEnd);
      nameFrom = value + 1;
      nameTo = valueEnd - 1;
    }
  }

  private static boolean isNoPlainString(byte[] bytes, int value, int valueEnd) {
    return bytes[value] != '"' || Structure.firstSpecial(bytes, value + 1) != valueEnd - 1;
  }

  private boolean isContainer(byte[] bytes, int key, int keyEnd) {
    long start = Structure.eightBytes(bytes, key);
    records = keyEnd - key == "Records".length() && start == RECORDS;
    return records || (keyEnd - key == "Events".length() && ((start ^ EVENTS) & EVENTS_MASK) == 0);
  }

  private End end(End how, int where) {
    place = where;
    return how;
  }

  private static long word(String eight) {
    long word = 0;
    for (int i = 7; i >= 0; i--) {
      word = (word << 8) | eight.charAt(i);
    }
    return word;
  }
}
