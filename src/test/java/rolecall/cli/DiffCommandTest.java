package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String SHIPPED = "policies/default.yaml";
  private static final String EDIT = "events/eventbridge/chime-slr-edit-refused.json";
  private static final String ROOT = "events/eventbridge/chime-call-by-root.json";

  @TempDir private Path folder;
  private String shipped;

  @BeforeEach
  void read_the_shipped_policy() throws IOException {
    shipped = Files.readString(Path.of(SHIPPED));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String without(String rule) {
    String mode = "  - id: " + rule + "\n";
    assertThat(shipped).contains(mode);
    return shipped.replace(mode, mode + "    mode: off\n");
  }

  private static String changes(Ran ran) {
    return ran.out().substring(0, ran.out().indexOf("- policy"));
  }

  @Test
  void a_policy_and_itself_tell_the_same() {
    Ran ran = Ran.with("policy", "diff", SHIPPED, SHIPPED, EDIT);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("0 added, 0 removed, 0 of another severity; 1 told alike\n- policy default, ");
  }

  @Test
  void what_only_one_policy_tells_has_its_sign() throws IOException {
    String fewer = write("fewer.yaml", without("chime-slr-edit-refused"));
    Ran removed = Ran.with("policy", "diff", SHIPPED, fewer, EDIT);
    assertThat(removed.code()).isEqualTo(1);
    assertThat(changes(removed))
        .isEqualTo(
            """
            - high  chime-slr-edit-refused  2026-03-02T09:14:07Z  111122223333  dana  \
            AWSServiceRoleForAmazonChimeVoiceConnector  e0000000-0000-4000-8000-000000000027

            0 added, 1 removed, 0 of another severity; 0 told alike
            """);
    assertThat(changes(Ran.with("policy", "diff", fewer, SHIPPED, EDIT)))
        .startsWith("+ high  chime-slr-edit-refused  ")
        .endsWith("\n1 added, 0 removed, 0 of another severity; 0 told alike\n");
  }

  @Test
  void another_severity_shows_both() throws IOException {
    String milder = write("milder.yaml", shipped.replace("severity: high", "severity: medium"));
    assertThat(changes(Ran.with("policy", "diff", SHIPPED, milder, EDIT, ROOT)))
        .startsWith("~ high -> medium  chime-slr-edit-refused  ")
        .contains("\n~ high -> medium  chime-call-by-root  ")
        .contains("\n0 added, 0 removed, 2 of another severity; ");
  }

  @Test
  void lost_input_outranks_differences_and_is_told_once() throws IOException {
    String fewer = write("fewer.yaml", without("chime-slr-edit-refused"));
    Ran ran = Ran.with("policy", "diff", SHIPPED, fewer, EDIT, "no-such-log");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).startsWith("rolecall: no-such-log: ").hasLineCount(1);
    assertThat(ran.out()).startsWith("- high");
  }

  @Test
  void a_broken_policy_is_told_and_nothing_is_compared() throws IOException {
    Ran ran = Ran.with("policy", "diff", SHIPPED, write("broken.yaml", "rules: 7\n"), EDIT);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .endsWith("rolecall: nothing was compared, because the policy has errors.\n");
  }
}
