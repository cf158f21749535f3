package rolecall;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * A sample with everything in it unpacked: gzip, base64, and JSON that stands in a text,
 * percent-encoded or not. Opens by what it sees, not by shape, so that it shares no mistake with
 * the reader that it helps to test.
 *
 * @param tree the sample; JSON lines as an array
 */
public record OpenedSample(Json tree) {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

  static OpenedSample of(String name, byte[] stored) throws IOException, UnreadableJson {
    String text = new String(unzipped(stored), StandardCharsets.UTF_8);
    if (!name.endsWith(".jsonl")) {
      return new OpenedSample(open(JsonReader.read(text)));
    }
    List<Json> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(open(JsonReader.read(line)));
    }
    return new OpenedSample(new Json.Arr(lines));
  }

  public static OpenedSample of(Path file) throws IOException, UnreadableJson {
    return of(file.toString(), Files.readAllBytes(file));
  }

  /** The CloudTrail records in it, Insight records too, in the order in which they stand there. */
  public List<Json> records() {
    List<Json> found = new ArrayList<>();
    collect(tree, found);
    return found;
  }

  private static void collect(Json value, List<Json> found) {
    if (isRecord(value)) {
      found.add(value);
      return;
    }
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> members.values().forEach(m -> collect(m, found));
      case Json.Arr(List<Json> items) -> items.forEach(item -> collect(item, found));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> {}
    }
  }

  private static boolean isRecord(Json value) {
    return value.get("eventVersion").isPresent() && value.get("eventCategory").isPresent();
  }

  private static Json open(Json value) throws IOException, UnreadableJson {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> opened = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          opened.put(member.getKey(), open(member.getValue()));
        }
        yield new Json.Obj(opened);
      }
      case Json.Arr(List<Json> items) -> {
        List<Json> opened = new ArrayList<>();
        for (Json item : items) {
          opened.add(open(item));
        }
        yield new Json.Arr(opened);
      }
      case Json.Str(String text) -> openText(text);
      case Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value;
    };
  }

  private static Json openText(String text) throws IOException, UnreadableJson {
    String inner = text;
    if (text.startsWith("%7B")) {
      inner = URLDecoder.decode(text, StandardCharsets.UTF_8);
    } else if (BASE64.matcher(text).matches() && text.length() % 4 == 0) {
      inner = new String(unzipped(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }
    return inner.startsWith("{") && inner.endsWith("}")
        ? open(JsonReader.read(inner))
        : new Json.Str(text);
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
      return bytes;
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }
}
