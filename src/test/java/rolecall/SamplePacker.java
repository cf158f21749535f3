package rolecall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Builds the samples under {@code events/} that AWS delivers as text within text, base64 or gzip,
 * from sources that a person can read and edit.
 *
 * <p>A source under {@code samples/gzip} becomes a gzip file. A source under {@code samples/packed}
 * becomes a JSON file in which three forms are replaced, from the inside out: <code>
 * {"$text": value}</code> by the value's JSON text, <code>{"$base64": value}</code> by that text in
 * base64, and <code>{"$gzip": value}</code> by that text in gzip in base64.
 *
 * <p>Stateless. The same sources give the same bytes on the same JDK; the compressed part may
 * differ on a JDK with another zlib.
 */
final class SamplePacker {
  static final Path SOURCES = Path.of("src/test/resources/samples");

  private SamplePacker() {}

  /** The bytes of every built sample, by its path under {@code events/}. */
  static SortedMap<String, byte[]> packAll() throws IOException, UnreadableJson {
    SortedMap<String, byte[]> packed = new TreeMap<>();
    for (Path source : sources("gzip")) {
      Json value = JsonReader.read(Files.readString(source));
      packed.put(name("gzip", source) + ".gz", gzip(CompactJson.write(value)));
    }
    for (Path source : sources("packed")) {
      Json value = pack(JsonReader.read(Files.readString(source)));
      packed.put(name("packed", source), indented(value).getBytes(StandardCharsets.UTF_8));
    }
    return packed;
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(kind))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String name(String kind, Path source) {
    return SOURCES.resolve(kind).relativize(source).toString().replace('\\', '/');
  }

  private static Json pack(Json value) throws IOException {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> done = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          done.put(member.getKey(), pack(member.getValue()));
        }
        yield replaced(new Json.Obj(done));
      }
      case Json.Arr(List<Json> items) -> {
        List<Json> done = new ArrayList<>();
        for (Json item : items) {
          done.add(pack(item));
        }
        yield new Json.Arr(done);
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value;
    };
  }

  private static Json replaced(Json.Obj object) throws IOException {
    if (object.members().size() != 1) {
      return object;
    }
    Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
    String text = CompactJson.write(only.getValue());
    return switch (only.getKey()) {
      case "$text" -> new Json.Str(text);
      case "$base64" -> new Json.Str(base64(text.getBytes(StandardCharsets.UTF_8)));
      case "$gzip" -> new Json.Str(base64(gzip(text)));
      default -> object;
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The JDK writes no time into the header, so that nothing but the text decides the bytes. */
  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String indented(Json value) throws IOException {
    StringWriter text = new StringWriter();
    DefaultIndenter twoBlanks = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(twoBlanks);
    printer.indentArraysWith(twoBlanks);
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.setPrettyPrinter(printer);
      CompactJson.write(value, generator);
    }
    return text + "\n";
  }
}
