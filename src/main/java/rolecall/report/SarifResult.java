package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rolecall.alert.FindingJson;
import rolecall.alert.JsonText;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Told;

/** A finding as a result of a SARIF log. */
final class SarifResult {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private SarifResult() {}

  static void write(Told told, int ruleIndex, JsonGenerator json) throws IOException {
    Finding finding = told.finding();
    json.writeStartObject();
    JsonText.member(json, "ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", ruleIndex);
    json.writeStringField("level", SarifRules.level(finding.rule().severity()));
    Sarif.message(json, "message", finding.reason());
    writeLocation(finding, json);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("ruleEventAccount/v1", fingerprint(finding));
    json.writeEndObject();
    json.writeNumberField("occurrenceCount", 1 + told.repeats());
    json.writeObjectFieldStart("properties");
    JsonText.member(json, "severity", finding.rule().severity().word());
    JsonText.member(json, "category", finding.rule().category());
    FindingJson.writeDetails(told, json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeLocation(Finding finding, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(finding.input().file()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    JsonText.member(json, "name", finding.event().id());
    json.writeStringField("kind", "record");
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeNumberField("record", finding.input().record());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** A path as the reference of a URI: relative as it was written, or {@code file:} when not. */
  static String uri(String path) {
    String scheme = path.startsWith("s3://") ? "s3://" : path.startsWith("/") ? "file://" : "";
    String rest = scheme.equals("s3://") ? path.substring(scheme.length()) : path;
    StringBuilder uri = new StringBuilder(scheme);
    for (byte one : rest.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(one) >= 0) {
        uri.append((char) one);
      } else {
        uri.append("%%%02X".formatted(one & 0xFF));
      }
    }
    return uri.toString();
  }

  /** The same in every scan, wherever the log file lies. */
  private static String fingerprint(Finding finding) {
    Event event = finding.event();
    String parts = String.join("\n", finding.rule().id(), event.id(), event.account().orElse(""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
