package rolecall.day;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import rolecall.ingest.LogSource;

/**
 * A day as CloudTrail delivers it: gzip files of {@code {"Records": [...]}}, what is in a file in
 * no particular order. Made as they are asked for; holds no more than one file.
 */
final class DayFiles implements Iterator<LogSource> {
  private static final int RECORDS = 2_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
  private static final JsonFactory JSON = new JsonFactory();

  private final OrdinaryDay day;
  private final Draw order;
  private int made;

  DayFiles(OrdinaryDay day, long seed) {
    this.day = day;
    this.order = new Draw(~seed);
  }

  @Override
  public boolean hasNext() {
    return day.hasNext();
  }

  @Override
  public LogSource next() {
    List<Map<String, Object>> records = new ArrayList<>(RECORDS);
    while (day.hasNext() && records.size() < RECORDS) {
      records.add(day.next());
    }
    String last = (String) records.getLast().get("eventTime");
    order.shuffle(records);
    String name =
        "111122223333_CloudTrail_us-east-1_%s_EXAMPLE%09d.json.gz"
            .formatted(STAMP.format(java.time.Instant.parse(last)), made++);
    return new DayFile(name, packed(records));
  }

  private static final class DayFile implements LogSource {
    private final String name;
    private final byte[] content;

    DayFile(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  private static byte[] packed(List<Map<String, Object>> records) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 18);
    try (JsonGenerator json = JSON.createGenerator(new FastGzip(packed))) {
      json.writeStartObject();
      json.writeFieldName("Records");
      write(records, json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return packed.toByteArray();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case List<?> items -> {
        json.writeStartArray();
        for (Object item : items) {
          write(item, json);
        }
        json.writeEndArray();
      }
      case Map<?, ?> members -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
          json.writeFieldName((String) member.getKey());
          write(member.getValue(), json);
        }
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
