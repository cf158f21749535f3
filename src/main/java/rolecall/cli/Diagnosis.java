package rolecall.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import rolecall.alert.JsonText;
import rolecall.doctor.Line;

/** How the lines of {@code doctor} read, and what they amount to. */
record Diagnosis(List<Line> lines) {
  private static final String ROW = "%-8s %-13s %s";

  Diagnosis {
    lines = List.copyOf(lines);
  }

  /** What cannot be looked at outranks what is wrong, as for a scan. */
  ExitCode exitCode() {
    if (count("unknown") > 0) {
      return ExitCode.UNREADABLE;
    }
    return count("wrong") > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  /** One line for each answer, its fix below it, and a last one with the counts. */
  List<String> table() {
    List<String> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(ROW.formatted(word(line), line.check(), line.result().found()));
      line.result().fix().ifPresent(fix -> rows.add(ROW.formatted("", "", "fix: " + fix)));
    }
    rows.add(
        "%d ok, %d wrong, %d unknown".formatted(count("ok"), count("wrong"), count("unknown")));
    return rows;
  }

  /** The same as one document. */
  void writeJson(Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("summary");
      for (String word : List.of("ok", "wrong", "unknown")) {
        json.writeNumberField(word, count(word));
      }
      json.writeEndObject();
      json.writeArrayFieldStart("checks");
      for (Line line : lines) {
        json.writeStartObject();
        JsonText.member(json, "check", line.check());
        JsonText.member(json, "state", word(line));
        JsonText.member(json, "found", line.result().found());
        JsonText.member(json, "fix", line.result().fix());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private long count(String word) {
    return lines.stream().filter(line -> word(line).equals(word)).count();
  }

  private static String word(Line line) {
    return switch (line.result()) {
      case Line.Ok _ -> "ok";
      case Line.Wrong _ -> "wrong";
      case Line.Unknown _ -> "unknown";
    };
  }
}
