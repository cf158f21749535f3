package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source file is as google-java-format leaves it; {@code -Dformat=write} makes it so. */
class FormatTest {
  @Test
  void every_source_file_is_formatted() throws Exception {
    List<String> unformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String source = Files.readString(file);
        String formatted =
            new Formatter()
                .formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source));
        if (!formatted.equals(source)) {
          unformatted.add(file.toString());
          if ("write".equals(System.getProperty("format"))) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    assertThat(unformatted)
        .as("not formatted; mvn test -Dtest=FormatTest -Dformat=write writes them anew")
        .isEmpty();
  }
}
