package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPathsTest {
  @TempDir Path folder;

  @Test
  void a_folder_is_walked_by_name_and_only_logs_are_opened() throws Exception {
    write(
        "b.json", "a/z.JSONL", "a/y.log", "a/deep/x.gz", ".hidden.json", "notes.txt", "c.json.bak");

    assertThat(walk(folder + "/"))
        .containsExactly(
            "source .hidden.json",
            "source a/deep/x.gz",
            "source a/y.log",
            "source a/z.JSONL",
            "source b.json",
            "skipped c.json.bak",
            "skipped notes.txt");
    assertThat(walk(folder.toString())).isEqualTo(walk(folder + "/"));
  }

  @Test
  void a_file_that_the_user_names_is_opened_whatever_it_is_called() throws Exception {
    write("notes.txt");
    Iterator<Found> found =
        LogPaths.walk(List.of(folder + "/notes.txt"), InputStream.nullInputStream());

    LogSource source = ((Found.Source) found.next()).source();
    assertThat(source.named()).isTrue();
    assertThat(source.name()).isEqualTo(folder + "/notes.txt");
    try (InputStream bytes = source.open()) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("notes.txt");
    }
    assertThat(found.hasNext()).isFalse();
  }

  @Test
  void files_in_a_folder_are_not_named_by_the_user() throws Exception {
    write("a.json");
    Found found = LogPaths.walk(List.of(folder.toString()), InputStream.nullInputStream()).next();

    assertThat(((Found.Source) found).source().named()).isFalse();
  }

  @Test
  void a_dash_is_standard_input() throws Exception {
    InputStream bytes = new ByteArrayInputStream(Inputs.bytes("x"));
    Found found = LogPaths.walk(List.of("-"), bytes).next();

    LogSource source = ((Found.Source) found).source();
    assertThat(source.name()).isEqualTo("-");
    assertThat(source.named()).isTrue();
    assertThat(source.open()).isSameAs(bytes);
  }

  @Test
  void a_folder_with_no_log_anywhere_is_empty() throws Exception {
    write("a/b/notes.txt");
    Files.createDirectories(folder.resolve("c"));

    assertThat(walk(folder.toString())).containsExactly("skipped a/b/notes.txt", "empty ");
  }

  @Test
  void a_missing_path_is_told_and_the_next_is_walked() throws Exception {
    write("a.json");
    Iterator<Found> found =
        LogPaths.walk(
            List.of(folder + "/nope.json", folder.toString()), InputStream.nullInputStream());

    assertThat(found.next())
        .isEqualTo(
            new Found.Missing(
                new Unreadable(
                    folder + "/nope.json",
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    "There is no such file or folder.",
                    "Check the spelling and the folder that you are in.")));
    assertThat(found.next()).isInstanceOf(Found.Source.class);
  }

  @Test
  void names_that_no_file_can_have_are_told() {
    assertThat(walk("")).containsExactly("missing There is no such file or folder.");
    assertThat(walk("a\0b"))
        .containsExactly("missing No file can have this name: Nul character not allowed.");
  }

  @Test
  void links_that_lead_back_do_not_hang_the_walk() throws Exception {
    write("a/x.json", "b/y.json");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("b/self"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("c"), folder.resolve("c"));
    for (int i = 0; i < 12; i++) {
      for (int k = 0; k < 12; k++) {
        Path from = Files.createDirectories(folder.resolve("many/" + i));
        Files.createSymbolicLink(from.resolve("to" + k), folder.resolve("many/" + k));
      }
    }

    assertThat(walk(folder.toString()))
        .startsWith("source a/x.json", "source b/y.json")
        .hasSizeLessThan(50);
  }

  @Test
  void linked_files_and_folders_are_read() throws Exception {
    write("real/x.json");
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("file.json"), folder.resolve("real/x.json"));
    Files.createSymbolicLink(links.resolve("folder"), folder.resolve("real"));
    Files.createSymbolicLink(links.resolve("gone.json"), folder.resolve("gone.json"));

    assertThat(walk(links.toString()))
        .containsExactly(
            "source links/file.json",
            "source links/folder/x.json",
            "missing It is a link to a file that does not exist.");
  }

  @Test
  void a_pipe_in_a_folder_is_skipped_because_opening_it_would_hang() throws Exception {
    Process maker = new ProcessBuilder("mkfifo", folder.resolve("p.log").toString()).start();
    assumeFalse(!maker.waitFor(10, TimeUnit.SECONDS) || maker.exitValue() != 0, "no mkfifo here");

    assertThat(walk(folder.toString())).containsExactly("skipped p.log", "empty ");
  }

  @Test
  void a_file_name_that_is_no_utf_8_is_read() throws Exception {
    Process maker =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'a\\377b.json')\"")
            .directory(folder.toFile())
            .start();
    assumeFalse(
        !maker.waitFor(10, TimeUnit.SECONDS) || maker.exitValue() != 0, "no such names here");

    Found found = LogPaths.walk(List.of(folder.toString()), InputStream.nullInputStream()).next();
    try (InputStream bytes = ((Found.Source) found).source().open()) {
      assertThat(bytes.readAllBytes()).containsExactly('x');
    }
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  private List<String> walk(String path) {
    List<String> found = new ArrayList<>();
    LogPaths.walk(List.of(path), InputStream.nullInputStream())
        .forEachRemaining(one ->
            found.add(
                switch (one) {
                  case Found.Source(LogSource source) -> "source " + shorten(source.name());
                  case Found.Skipped(String name) -> "skipped " + shorten(name);
                  case Found.EmptyFolder(String name) -> "empty " + shorten(name);
                  case Found.Missing(Unreadable lost) -> "missing " + lost.what();
                }));
    return found;
  }

  private String shorten(String name) {
    return name.replace(folder + "/", "").replace(folder.toString(), "");
  }
}
