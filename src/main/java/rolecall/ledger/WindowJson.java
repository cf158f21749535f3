package rolecall.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import rolecall.json.Json;

/** A window as the value of an entry. */
final class WindowJson {
  private WindowJson() {}

  static String write(Window window) {
    return Values.write(json -> {
      json.writeArrayFieldStart("openers");
      for (Opener opener : window.openers()) {
        json.writeStartObject();
        json.writeStringField("at", opener.at().toString());
        json.writeStringField("event", opener.event());
        json.writeStringField("state", opener.told() ? "told" : "held");
        json.writeStringField("holder", opener.holder());
        write(opener.tally(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(Tally tally, JsonGenerator json) throws IOException {
    if (tally.last().isEmpty()) {
      return;
    }
    json.writeNumberField("repeats", tally.repeats());
    json.writeNumberField("passedOn", tally.passedOn());
    json.writeStringField("last", tally.last().get().toString());
    json.writeArrayFieldStart("recent");
    for (String brief : tally.recent()) {
      json.writeString(brief);
    }
    json.writeEndArray();
    if (tally.carrier().isPresent()) {
      Tally.Carrier carrier = tally.carrier().get();
      json.writeObjectFieldStart("carrier");
      json.writeStringField("holder", carrier.holder());
      json.writeNumberField("count", carrier.count());
      json.writeStringField("until", carrier.until().toString());
      json.writeEndObject();
    }
  }

  static Window read(Entry entry) throws StoreTrouble {
    return Values.read(
        entry,
        value -> {
          if (!(value.get("openers") instanceof Json.Arr openers)) {
            throw new IllegalArgumentException("there are no openers");
          }
          return new Window(openers.items().stream().map(WindowJson::opener).toList());
        });
  }

  private static Opener opener(Json value) {
    return new Opener(
        Values.instant(value.get("at")),
        value.get("event").text().orElseThrow(),
        value.get("state").text().orElseThrow().equals("told"),
        value.get("holder").text().orElseThrow(),
        value.get("last").isPresent() ? tally(value) : Tally.NONE);
  }

  private static Tally tally(Json value) {
    return new Tally(
        value.get("repeats").wholeNumber().orElseThrow(),
        value.get("passedOn").wholeNumber().orElseThrow(),
        Optional.of(Values.instant(value.get("last"))),
        value.get("recent").items().stream().map(item -> item.text().orElseThrow()).toList(),
        value.get("carrier").isPresent()
            ? Optional.of(carrier(value.get("carrier")))
            : Optional.empty());
  }

  private static Tally.Carrier carrier(Json value) {
    return new Tally.Carrier(
        value.get("holder").text().orElseThrow(),
        value.get("count").wholeNumber().orElseThrow(),
        Values.instant(value.get("until")));
  }
}
