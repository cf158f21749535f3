package rolecall.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** Says that a text is not one JSON value, what is wrong with it and where. */
public final class UnreadableJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param message what is wrong, in a person's words
   * @param offset where, in bytes from the start of the value; -1 when it is not known
   */
  public UnreadableJson(String message, long offset) {
    super(message);
    this.offset = offset;
  }

  static UnreadableJson of(IOException cause) {
    if (cause instanceof JsonProcessingException parse) {
      long offset = parse.getLocation() == null ? -1 : parse.getLocation().getByteOffset();
      UnreadableJson unreadable = new UnreadableJson(parse.getOriginalMessage(), offset);
      unreadable.initCause(parse);
      return unreadable;
    }
    UnreadableJson unreadable = new UnreadableJson(cause.getMessage(), -1);
    unreadable.initCause(cause);
    return unreadable;
  }

  /** Bytes from the start of the value to the fault; -1 when it is not known. */
  public long offset() {
    return offset;
  }
}
