package rolecall.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says in a person's words why a file could not be used. */
final class FileTrouble {
  private FileTrouble() {}

  /** A part of a sentence, without its full stop: {@code it does not exist}. */
  static String why(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "you have no permission";
      case FileSystemException other ->
          Optional.ofNullable(other.getReason()).orElse("the file system refused");
      default -> Optional.ofNullable(trouble.getMessage()).orElse("input or output failed");
    };
  }

  /** Whether the program that reads our output has ended, as {@code head} does; no error. */
  static boolean isReaderGone(IOException trouble) {
    return Optional.ofNullable(trouble.getMessage())
        .filter(message -> message.contains("Broken pipe"))
        .isPresent();
  }
}
