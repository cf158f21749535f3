package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dgolden=write} writes the golden texts anew, to be reviewed in the diff. */
class LineageCommandTest {
  private static final String ID = "e0000000-0000-4000-8000-000000000905";
  private static final String HOME = "src/test/resources/samples/lineage/111122223333.json";
  private static final String AWAY = "src/test/resources/samples/lineage/444455556666.json";
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path folder;

  private static void assertGolden(String name, Ran ran) throws IOException {
    Path file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, ran.out());
    }
    assertThat(ran).isEqualTo(new Ran(Files.readString(file), "", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void a_chain_through_two_accounts_is_shown_whole(String format) throws IOException {
    assertGolden("lineage." + format, Ran.with("lineage", "--format", format, ID, HOME, AWAY));
    assertGolden(
        "lineage." + format,
        Ran.with("lineage", "--threads", "1", "--format", format, ID, HOME, AWAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void without_the_other_account_the_chain_ends_at_its_border(String format) throws IOException {
    assertGolden("lineage-border." + format, Ran.with("lineage", "--format", format, ID, HOME));
  }

  @Test
  void an_id_that_is_nowhere_is_refused_with_the_nearest() {
    assertThat(Ran.with("lineage", ID.substring(0, 35), AWAY))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: no record has the id e0000000-0000-4000-8000-00000000090; 2 records"
                    + " read. Did you mean e0000000-0000-4000-8000-000000000901 or"
                    + " e0000000-0000-4000-8000-000000000902?\n",
                2));
  }

  @Test
  void lost_input_ends_with_3_found_or_not() {
    Ran found = Ran.with("lineage", ID, HOME, "no-such-log");
    assertThat(found.code()).isEqualTo(3);
    assertThat(found.out()).contains("Behind it: somebody of account 444455556666");
    assertThat(found.err()).startsWith("rolecall: no-such-log: ").hasLineCount(1);
    assertThat(Ran.with("lineage", "none", "no-such-log").code()).isEqualTo(3);
  }

  @Test
  void a_record_in_two_files_has_two_chains() throws IOException {
    String copy = folder.resolve("copy.json").toString();
    Files.copy(Path.of(HOME), Path.of(copy));
    assertThat(Ran.with("lineage", ID, HOME, AWAY, copy).out())
        .contains("Event " + ID + ", " + HOME + ", record 0.\nBehind it: repo:")
        .contains("\n\n\nEvent " + ID + ", ")
        .contains("Event " + ID + ", " + copy + ", record 0.\nBehind it: repo:");
  }

  @Test
  void what_a_caller_wrote_cannot_steer_the_terminal() throws IOException {
    String home = folder.resolve("home.json").toString();
    Files.writeString(
        Path.of(home), Files.readString(Path.of(HOME)).replace("release-7", "x\\u001b[2J\\ny"));
    Ran text = Ran.with("lineage", ID, home);
    assertThat(text.out()).contains("source identity \"x\\u001b[2J\\u000ay\"");
    assertThat(text.out()).doesNotContain("\u001b");
    assertThat(Ran.with("lineage", "--format", "json", ID, home).out()).doesNotContain("\u001b");
  }

  @Test
  void no_session_token_is_shown() {
    for (String format : new String[] {"text", "json"}) {
      assertThat(Ran.with("lineage", "--format", format, ID, HOME, AWAY).out())
          .doesNotContain("EXAMPLE-SESSION-TOKEN");
    }
  }
}
