package rolecall.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
      UnreadableJson unreadable = new UnreadableJson(inWords(parse), offset);
      unreadable.initCause(parse);
      return unreadable;
    }
    UnreadableJson unreadable = new UnreadableJson(cause.getMessage(), -1);
    unreadable.initCause(cause);
    return unreadable;
  }

  /** What the parser means, without the names of its settings. */
  private static String inWords(JsonProcessingException problem) {
    String message = problem.getOriginalMessage();
    if (problem instanceof StreamConstraintsException) {
      return tooMuch(message);
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return "it ends in the middle of a value";
    }
    // The parser quotes the word, and where JSON is broken that may be the rest of a secret.
    return message.startsWith("Unrecognized token")
        ? "a word stands there that is no JSON"
        : message.replaceFirst(": enable `.*", " is no JSON");
  }

  private static String tooMuch(String message) {
    if (message.contains("nesting depth")) {
      return "it is nested more than " + JsonReader.MAX_DEPTH + " deep";
    }
    if (message.startsWith("Number")) {
      return "a number has more than " + JsonReader.MAX_DIGITS + " digits";
    }
    if (message.startsWith("Token count")) {
      return "it has more than " + JsonReader.MAX_TOKENS + " parts";
    }
    return "a text in it is too long";
  }

  /** Bytes from the start of the value to the fault; -1 when it is not known. */
  public long offset() {
    return offset;
  }
}
