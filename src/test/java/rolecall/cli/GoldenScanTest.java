package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.policy.PolicyFile;

/**
 * All samples, scanned, in every format, compared whole. {@code -Dgolden=write} writes the files
 * anew, to be reviewed in the diff. The policy's hash is left out, since every edit changes it.
 */
class GoldenScanTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final String NO_HASH = "0".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"table", "jsonl", "json", "ocsf", "sarif", "csv"})
  void all_samples_are_told_as_they_were(String format) throws IOException {
    Ran ran = Ran.with("scan", "--format", format, "events/");
    String found = withoutHash(ran.out());
    Path file = FOLDER.resolve("scan-events." + format);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, found);
    }
    assertLinesEqual(found, Files.readString(file));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isEqualTo(1);
  }

  /** The first line that differs, since two whole outputs are too long to look at. */
  private static void assertLinesEqual(String found, String expected) {
    String[] a = found.split("\n", -1);
    String[] b = expected.split("\n", -1);
    int first = Arrays.mismatch(a, b);
    if (first >= 0) {
      assertThat(first < a.length ? a[first] : "(the end)")
          .as("line " + (first + 1))
          .isEqualTo(first < b.length ? b[first] : "(the end)");
    }
  }

  private static String withoutHash(String output) throws IOException {
    String sha256 =
        PolicyFile.read("default", Files.readAllBytes(Path.of("policies/default.yaml")))
            .loaded()
            .orElseThrow()
            .policy()
            .stamp()
            .sha256();
    assertThat(output).contains(sha256.substring(0, 12));
    return output.replace(sha256, NO_HASH).replace(sha256.substring(0, 12), NO_HASH.substring(52));
  }
}
