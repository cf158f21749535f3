package rolecall.report;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import rolecall.monitor.Balance;
import rolecall.monitor.Coverage;
import rolecall.monitor.MissedEvent;

/** The member {@code coverage} of a document. */
final class BalanceJson {
  private BalanceJson() {}

  static void write(Balance balance, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("coverage");
    member(json, "since", balance.since().toString());
    member(json, "until", balance.until().toString());
    writeNumbers(balance.whole(), json);
    json.writeNumberField("unchecked", balance.unchecked());
    json.writeArrayFieldStart("regions");
    for (Map.Entry<Balance.Place, Coverage> place : balance.places().entrySet()) {
      json.writeStartObject();
      member(json, "account", place.getKey().account());
      member(json, "region", place.getKey().region());
      writeNumbers(place.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missedQuietly");
    for (MissedEvent event : balance.quiet()) {
      json.writeStartObject();
      member(json, "id", event.id());
      member(json, "name", event.name());
      member(json, "source", event.source());
      member(json, "time", event.time().map(BalanceJson::seconds));
      member(json, "account", event.account());
      member(json, "region", event.region());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("moreMissedQuietly", balance.moreQuiet());
    json.writeEndObject();
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void writeNumbers(Coverage coverage, JsonGenerator json) throws IOException {
    json.writeNumberField("expected", coverage.expected());
    json.writeNumberField("handled", coverage.handled());
    json.writeNumberField("missed", coverage.missed());
    json.writeNumberField("percent", BalanceText.percent(coverage));
  }
}
