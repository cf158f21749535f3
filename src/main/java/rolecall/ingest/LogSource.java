package rolecall.ingest;

import java.io.IOException;
import java.io.InputStream;

/** One input with log records: a file, or standard input. */
public interface LogSource {
  /** What messages and findings call it: the path as the user wrote it, or {@code -}. */
  String name();

  /**
   * Whether the user named it, rather than the folder it lies in. What is no log at all is an error
   * in the first case and skipped in the second.
   */
  boolean named();

  /** A fresh stream of the bytes as stored, which the caller closes. */
  InputStream open() throws IOException;
}
