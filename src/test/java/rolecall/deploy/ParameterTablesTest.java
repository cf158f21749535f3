package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of parameters in docs/deploy.md name what the templates have. */
class ParameterTablesTest {
  private static final Path DOCS = Path.of("docs/deploy.md");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (?:`([^`]*)` |([^|]*))\\|");

  private static Map<String, String> told(String file) throws IOException {
    List<String> lines = Files.readAllLines(DOCS);
    int start = lines.indexOf("<!-- parameters: " + file + " -->");
    assertThat(start).as("the table of " + file).isNotNegative();
    Map<String, String> told = new LinkedHashMap<>();
    for (String line : lines.subList(start + 3, lines.size())) {
      if (!line.startsWith("|")) {
        break;
      }
      Matcher row = ROW.matcher(line);
      assertThat(row.lookingAt()).as(line).isTrue();
      told.put(row.group(1), row.group(2) != null ? row.group(2) : row.group(3).strip());
    }
    return told;
  }

  @ParameterizedTest
  @ValueSource(strings = {Template.HUB, Template.SPOKE})
  void every_parameter_stands_there_with_its_default(String file) throws IOException {
    Template template = file.equals(Template.HUB) ? Template.hub() : Template.spoke();
    Map<String, String> written = new LinkedHashMap<>();
    template
        .section("Parameters")
        .keySet()
        .forEach(name -> written.put(name, template.fallback(name).orElse("must be given")));
    assertThat(new ArrayList<>(told(file).entrySet()))
        .isEqualTo(new ArrayList<>(written.entrySet()));
  }
}
