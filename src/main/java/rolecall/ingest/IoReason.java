package rolecall.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Says in words why a file or folder cannot be read; Java's own messages often hold only a name.
 */
final class IoReason {
  private IoReason() {}

  static String of(IOException failed) {
    return switch (failed) {
      case NoSuchFileException _, FileNotFoundException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "you may not read it";
      case FileSystemLoopException _ -> "its links lead back to itself";
      case NotDirectoryException _ -> "it is no folder";
      default -> {
        String message = failed.getMessage();
        yield message == null ? failed.getClass().getSimpleName() : message;
      }
    };
  }
}
