package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolecall.record.Json;
import rolecall.record.JsonReader;

class SmokeTest {
  @Test
  void reads() throws Exception {
    Json json = JsonReader.read("{\"a\":1}");
    assertThat(json.get("a").wholeNumber()).hasValue(1);
  }
}
