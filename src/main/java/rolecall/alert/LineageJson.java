package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.lineage.Chain;
import rolecall.lineage.Evidence;
import rolecall.lineage.Hop;
import rolecall.lineage.Root;

/** A chain as members of an open JSON object: {@code root}, {@code hops}, {@code evidence}. */
public final class LineageJson {
  private LineageJson() {}

  /** Writes the members where {@code json} stands. */
  public static void write(Chain chain, JsonGenerator json) throws IOException {
    writeRoot(chain.root(), json);
    json.writeArrayFieldStart("hops");
    for (Hop hop : chain.hops()) {
      json.writeStartObject();
      member(json, "join", hop.join().word());
      member(json, "by", Optional.of(hop.by()).filter(by -> !by.isEmpty()));
      member(json, "certainty", hop.certainty().word());
      FindingJson.writeEvent(hop.event(), json);
      FindingJson.writeCaller(hop.caller(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("evidence");
    for (Evidence said : chain.evidence()) {
      json.writeStartObject();
      member(json, "kind", said.kind());
      member(json, "value", said.value());
      member(json, "event", said.eventId());
      member(json, "how", said.how());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRoot(Root root, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("root");
    Caller who =
        switch (root) {
          case Root.Known known -> known.who();
          case Root.Elsewhere(var account, var principalId, _) ->
              new Caller("aws-account", Optional.empty(), account, principalId);
          case Root.Unknown _ ->
              new Caller("unknown", Optional.empty(), Optional.empty(), Optional.empty());
        };
    FindingJson.writeCaller(who, json);
    member(json, "certainty", root.certainty().word());
    member(json, "why", root.why());
    json.writeEndObject();
  }
}
