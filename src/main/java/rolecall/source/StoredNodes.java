package rolecall.source;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes with their places as bytes, for a start that has no time to read YAML. Stateless and
 * thread-safe; the same nodes give the same bytes.
 */
public final class StoredNodes {
  private static final int MAX_DEPTH = 100;

  private static final int MAP = 1;
  private static final int LIST = 2;
  private static final int TEXT = 3;
  private static final int NUMBER = 4;
  private static final int TRUE = 5;
  private static final int FALSE = 6;
  private static final int NULL = 7;

  private StoredNodes() {}

  /**
   * Writes a node and all that stands in it.
   *
   * @throws UTFDataFormatException when a text is longer than 65,535 bytes
   */
  public static void write(Node node, DataOutput out) throws IOException {
    switch (node) {
      case Node.MapNode(Position at, List<Node.Entry> entries) -> {
        begin(MAP, at, out);
        writeCount(entries.size(), out);
        for (Node.Entry entry : entries) {
          out.writeUTF(entry.key());
          write(entry.keyAt(), out);
          write(entry.value(), out);
        }
      }
      case Node.ListNode(Position at, List<Node> items) -> {
        begin(LIST, at, out);
        writeCount(items.size(), out);
        for (Node item : items) {
          write(item, out);
        }
      }
      case Node.TextNode(Position at, String value) -> {
        begin(TEXT, at, out);
        out.writeUTF(value);
      }
      case Node.NumberNode(Position at, String literal) -> {
        begin(NUMBER, at, out);
        out.writeUTF(literal);
      }
      case Node.BoolNode(Position at, boolean value) -> begin(value ? TRUE : FALSE, at, out);
      case Node.NullNode(Position at) -> begin(NULL, at, out);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the bytes end too early, or are nothing that it writes
   */
  public static Node read(DataInput in) throws IOException {
    return read(in, 0);
  }

  private static Node read(DataInput in, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IOException("values stand in one another more than " + MAX_DEPTH + " deep");
    }
    int kind = in.readUnsignedByte();
    Position at = readPosition(in);
    return switch (kind) {
      case MAP -> readMap(at, in, depth);
      case LIST -> readList(at, in, depth);
      case TEXT -> new Node.TextNode(at, in.readUTF());
      case NUMBER -> new Node.NumberNode(at, in.readUTF());
      case TRUE -> new Node.BoolNode(at, true);
      case FALSE -> new Node.BoolNode(at, false);
      case NULL -> new Node.NullNode(at);
      default -> throw new IOException("there is no kind " + kind + " of value");
    };
  }

  private static Node readMap(Position at, DataInput in, int depth) throws IOException {
    int count = readCount(in);
    List<Node.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String key = in.readUTF();
      Position keyAt = readPosition(in);
      entries.add(new Node.Entry(key, keyAt, read(in, depth + 1)));
    }
    return new Node.MapNode(at, entries);
  }

  private static Node readList(Position at, DataInput in, int depth) throws IOException {
    int count = readCount(in);
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(read(in, depth + 1));
    }
    return new Node.ListNode(at, items);
  }

  private static void begin(int kind, Position at, DataOutput out) throws IOException {
    out.writeByte(kind);
    write(at, out);
  }

  private static void write(Position at, DataOutput out) throws IOException {
    writeCount(at.line(), out);
    writeCount(at.column(), out);
  }

  private static Position readPosition(DataInput in) throws IOException {
    int line = readCount(in);
    int column = readCount(in);
    if (line < 1 || column < 1) {
      throw new IOException("there is no place " + line + ":" + column);
    }
    return new Position(line, column);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private static void writeCount(int count, DataOutput out) throws IOException {
    int rest = count;
    while (rest > 0x7f) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readCount(DataInput in) throws IOException {
    int count = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int bits = in.readUnsignedByte();
      count |= (bits & 0x7f) << shift;
      if (bits < 0x80) {
        return count;
      }
    }
    throw new IOException("a number is longer than any that is written");
  }
}
