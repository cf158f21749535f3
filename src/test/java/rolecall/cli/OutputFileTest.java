package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolecall.finding.PolicyStamp;
import rolecall.finding.Severity;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Summary;
import rolecall.report.Report;

class OutputFileTest {
  private static final Report REPORT =
      new Report(
          new ScanResult(
              new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>(), 0, 0, Map.of(), Map.of()),
              List.of(),
              List.of(),
              List.of(),
              new LinkedHashMap<>(),
              List.of()),
          new PolicyStamp("default", "0".repeat(64)),
          Severity.INFO,
          false);

  @TempDir private Path folder;

  @Test
  void a_failure_half_way_leaves_the_old_results_and_nothing_beside_them() throws Exception {
    Path file = Files.writeString(folder.resolve("out.json"), "old");
    OutputFile output = OutputFile.at(file);
    assertThatThrownBy(() ->
            output.write(
                (_, out) -> {
                  out.write("half");
                  throw new IOException("No space left on device");
                },
                REPORT))
        .hasMessage(
            "cannot write "
                + file
                + ": No space left on device. Name a file in a folder where you may write.");
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_link_stays_a_link_and_its_file_gets_the_results() throws Exception {
    Path file = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
    OutputFile.at(link).write((_, out) -> out.write("new"), REPORT);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }
}
