package rolecall.ledger;

import java.time.Instant;
import java.util.Optional;
import rolecall.finding.Input;
import rolecall.json.Json;

/** An open chain as the value of an entry, with until when somebody holds it. */
final class OpenChainJson {
  private OpenChainJson() {}

  static String write(OpenChain chain, Optional<Instant> heldUntil) {
    return Values.write(json -> {
      json.writeStringField("record", chain.rec());
      json.writeStringField("file", chain.input().file());
      json.writeNumberField("number", chain.input().record());
      json.writeArrayFieldStart("rules");
      for (String rule : chain.rules()) {
        json.writeString(rule);
      }
      json.writeEndArray();
      json.writeStringField("first", chain.first().toString());
      json.writeArrayFieldStart("follows");
      for (Claim.Earlier earlier : chain.follows()) {
        json.writeStartObject();
        json.writeStringField("event", earlier.eventId());
        if (earlier.account().isPresent()) {
          json.writeStringField("account", earlier.account().get());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeBooleanField("foundLate", chain.foundLate());
      json.writeNumberField("hops", chain.hops());
      json.writeStringField("root", chain.root());
      if (heldUntil.isPresent()) {
        json.writeStringField("heldUntil", heldUntil.get().toString());
      }
    });
  }

  static OpenChain chain(Json value) {
    return new OpenChain(
        value.get("record").text().orElseThrow(),
        new Input(
            value.get("file").text().orElseThrow(),
            value.get("number").wholeNumber().orElseThrow()),
        value.get("rules").items().stream().map(rule -> rule.text().orElseThrow()).toList(),
        Values.instant(value.get("first")),
        value.get("follows").items().stream()
            .map(one ->
                new Claim.Earlier(one.get("event").text().orElseThrow(), one.get("account").text()))
            .toList(),
        value.get("foundLate").truth().orElseThrow(),
        Math.toIntExact(value.get("hops").wholeNumber().orElseThrow()),
        value.get("root").text().orElseThrow());
  }

  static Optional<Instant> heldUntil(Json value) {
    return value.get("heldUntil").text().map(Instant::parse);
  }
}
