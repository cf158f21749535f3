package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void too_little_memory_is_a_message_and_no_finding() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            200,
            true,
            StandardCharsets.UTF_8,
            Ran.TODAY);
    int code =
        Main.withinMemory(
            console,
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(code).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("rolecall: the memory does not suffice")
        .endsWith("JAVA_TOOL_OPTIONS=-Xmx4g.\n");
  }
}
