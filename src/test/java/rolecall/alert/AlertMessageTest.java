package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertMessageTest {
  @Test
  void bodies_become_one_object_of_strings_in_their_order() {
    assertThat(json(Map.of("default", "a \"b\"\n\\c\u0007 {}"), Map.of("sms", "é\ud83d\ude00")))
        .isEqualTo("{\"default\":\"a \\\"b\\\"\\n\\\\c\\u0007 {}\",\"sms\":\"é\ud83d\ude00\"}");
  }

  @Test
  void a_lone_surrogate_is_replaced() {
    assertThat(json(Map.of("default", "a\ud800b\udc00")))
        .isEqualTo("{\"default\":\"a\ufffdb\ufffd\"}");
  }

  @Test
  void no_bodies_are_an_empty_object() {
    assertThat(json()).isEqualTo("{}");
  }

  @SafeVarargs
  private static String json(Map<String, String>... bodies) {
    LinkedHashMap<String, String> all = new LinkedHashMap<>();
    for (Map<String, String> body : bodies) {
      all.putAll(body);
    }
    return new AlertMessage("x", all, new LinkedHashMap<>()).json();
  }
}
