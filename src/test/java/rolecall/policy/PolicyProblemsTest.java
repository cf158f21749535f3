package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken policies and the whole text that a person reads. {@code -Dgolden=write} writes the
 * expected texts anew, to be reviewed in the diff.
 */
class PolicyProblemsTest {
  private static final Path FOLDER = Path.of("src/test/resources/problems");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_broken_policy_is_told_whole(String name) throws IOException {
    byte[] policy = Files.readAllBytes(FOLDER.resolve(name + ".yaml"));
    PolicyFile file = PolicyFile.read(name + ".yaml", policy);
    String text = file.problems().render();
    Path expected = FOLDER.resolve(name + ".expected.txt");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
    assertThat(file.loaded().isEmpty()).isEqualTo(file.problems().hasErrors());
  }

  @Test
  void every_expected_text_has_its_policy() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".expected.txt"))
                  .map(name -> name.substring(0, name.length() - ".expected.txt".length()))
                  .sorted()
                  .toList())
          .isEqualTo(names());
    }
  }

  @Test
  void what_is_not_text_is_told() {
    assertThat(
            PolicyFile.read("policy.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 'a'})
                .problems()
                .render())
        .contains("policy.yaml:1:1: The file is not UTF-8 text.");
  }
}
