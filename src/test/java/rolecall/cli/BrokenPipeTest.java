package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BrokenPipeTest {
  private static Ran scanInto(String failure) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            failing,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            200,
            false,
            StandardCharsets.UTF_8,
            Ran.TODAY);
    int code = Main.run(console, "scan", "--quiet", "--format", "json", "-");
    return new Ran("", err.toString(StandardCharsets.UTF_8), code);
  }

  @Test
  void a_reader_that_has_gone_is_no_error() {
    assertThat(scanInto("Broken pipe")).isEqualTo(new Ran("", "", 0));
  }

  @Test
  void a_full_disk_is_one() {
    assertThat(scanInto("No space left on device"))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: standard output cannot be written: No space left on device. Write to a"
                    + " file with -o.\n",
                2));
  }
}
