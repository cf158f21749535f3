package rolecall.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on this machine. */
record LogFile(String name, boolean named, Path path) implements LogSource {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
