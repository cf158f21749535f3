package rolecall.document;

import java.util.Objects;

/** What became of reading a policy document. */
public sealed interface Document {
  /** The document was understood, to the last field that matters. */
  record Understood(PolicyDocument policy) implements Document {
    public Understood {
      Objects.requireNonNull(policy, "policy is null");
    }
  }

  /**
   * The document cannot be judged.
   *
   * @param path the field inside the document, items counted from 0: {@code
   *     Statement[1].Principal.AWS}; empty for the document as a whole. It may hold names that the
   *     document's writer chose
   * @param what half a sentence that goes on after the field's name: {@code is a number and not a
   *     text or a list}
   */
  record Broken(String path, String what) implements Document {
    public Broken {
      Objects.requireNonNull(path, "path is null");
      Objects.requireNonNull(what, "what is null");
    }
  }
}
