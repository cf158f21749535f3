package rolecall.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import rolecall.report.Rendering;
import rolecall.report.Report;

/**
 * A file that gets the results whole or stays as it was: they are written beside it and moved. What
 * is no ordinary file, such as {@code /dev/null} or a named pipe, is written to directly.
 */
final class OutputFile {
  private static final String FIX = " Name a file in a folder where you may write.";

  private final Path file;

  private OutputFile(Path file) {
    this.file = file;
  }

  /**
   * @throws Refused when it is clear already that the file cannot be written
   */
  static OutputFile at(Path file) throws Refused {
    if (Files.isDirectory(file)) {
      throw Refused.file("cannot write %s: it is a folder.%s".formatted(file, FIX), null);
    }
    Path folder = folderOf(file);
    if (!Files.isDirectory(folder)) {
      throw Refused.file(
          "cannot write %s: the folder %s does not exist.%s".formatted(file, folder, FIX), null);
    }
    boolean writable =
        Files.exists(file)
            ? Files.isWritable(file) && (!Files.isRegularFile(file) || Files.isWritable(folder))
            : Files.isWritable(folder);
    if (!writable) {
      throw Refused.file("cannot write %s: you have no permission.%s".formatted(file, FIX), null);
    }
    return new OutputFile(file);
  }

  void write(Rendering rendering, Report report) throws Refused {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        render(rendering, report, file, StandardOpenOption.WRITE);
        return;
      }
      replace(rendering, report);
    } catch (IOException failed) {
      throw Refused.file(
          "cannot write %s: %s.%s".formatted(file, FileTrouble.why(failed), FIX), failed);
    }
  }

  private void replace(Rendering rendering, Report report) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path beside =
        folderOf(target)
            .resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      render(
          rendering,
          report,
          beside,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void render(
      Rendering rendering, Report report, Path to, StandardOpenOption... options)
      throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(to, options), StandardCharsets.UTF_8))) {
      rendering.write(report, out);
    }
  }

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
