package rolecall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden=write} writes the program's copy of the template's rules anew. */
class ForwardedRulesTest {
  private static final Path FILE = Path.of("src/main/resources/rolecall/forwarded.json");

  @Test
  void the_program_keeps_the_rules_of_the_template() throws IOException {
    String rules = ForwardedRules.text(Template.hub());
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, rules);
    }
    assertThat(Files.readString(FILE)).as("-Dgolden=write writes it anew").isEqualTo(rules);
    assertThat(rules.lines()).hasSize(10);
  }
}
