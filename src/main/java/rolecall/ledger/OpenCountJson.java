package rolecall.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import rolecall.finding.Severity;
import rolecall.json.Json;

/** An open count as the value of an entry. */
final class OpenCountJson {
  private OpenCountJson() {}

  static String write(OpenCount count) {
    return Values.write(json -> {
      json.writeStringField("rule", count.rule());
      json.writeStringField("severity", count.severity().word());
      json.writeStringField("category", count.category());
      json.writeStringField("actor", count.actor());
      json.writeStringField("target", count.target());
      write("account", count.account(), json);
      write("region", count.region(), json);
      write("role", count.role(), json);
      json.writeStringField("since", count.since().toString());
      json.writeStringField("over", count.over().toString());
      json.writeStringField("window", count.window());
      json.writeStringField("event", count.event());
    });
  }

  private static void write(String name, Optional<String> text, JsonGenerator json)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  static OpenCount read(Entry entry) throws StoreTrouble {
    return Values.read(entry, OpenCountJson::count);
  }

  private static OpenCount count(Json value) {
    return new OpenCount(
        text(value, "rule"),
        Severity.of(text(value, "severity")).orElseThrow(),
        text(value, "category"),
        text(value, "actor"),
        text(value, "target"),
        value.get("account").text(),
        value.get("region").text(),
        value.get("role").text(),
        Values.instant(value.get("since")),
        Values.instant(value.get("over")),
        text(value, "window"),
        text(value, "event"));
  }

  private static String text(Json value, String name) {
    return value.get(name).text().orElseThrow();
  }
}
