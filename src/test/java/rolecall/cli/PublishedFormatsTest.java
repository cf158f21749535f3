package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.PublishedSchema;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/** All samples in the formats that others define, held against what they say. */
class PublishedFormatsTest {
  private static String scan(String format, String... more) {
    List<String> words = new ArrayList<>(List.of("scan", "--format", format, "--show-observed"));
    words.addAll(List.of(more));
    words.add("events/");
    return Ran.with(words.toArray(String[]::new)).out();
  }

  private static List<Json> documents(String lines) throws UnreadableJson {
    List<Json> documents = new ArrayList<>();
    for (String line : lines.split("\n")) {
      documents.add(JsonReader.read(line));
    }
    return documents;
  }

  private static String text(Json value) {
    return value.text().orElseThrow();
  }

  @Test
  void every_sample_is_a_valid_detection_finding() {
    String lines = scan("ocsf");
    lines.lines().forEach(PublishedSchema.OCSF::accepts);
    assertThat(lines.lines().count()).isGreaterThan(50);
  }

  @Test
  void all_samples_are_a_valid_sarif_log() {
    PublishedSchema.SARIF.accepts(scan("sarif"));
  }

  @Test
  void a_detection_finding_tells_what_the_lines_of_its_event_tell() throws UnreadableJson {
    Map<String, Set<String>> told = new LinkedHashMap<>();
    for (Json line : documents(scan("jsonl"))) {
      told.computeIfAbsent(
              text(line.get("input").get("file")) + text(line.get("event").get("id")),
              _ -> new TreeSet<>())
          .add(text(line.get("rule")));
    }
    Set<String> all = new HashSet<>();
    told.values().forEach(all::addAll);
    Set<String> found = new HashSet<>();
    for (Json document : documents(scan("ocsf"))) {
      Json info = document.get("finding_info");
      found.add(text(info.get("analytic").get("uid")));
      info.get("related_analytics").items().forEach(a -> found.add(text(a.get("uid"))));
      assertThat(document.get("evidences").items())
          .isNotEmpty()
          .allSatisfy(evidence -> {
            assertThat(evidence.get("data") instanceof Json.Obj).isTrue();
            assertThat(text(evidence.get("api").get("operation")))
                .isEqualTo(text(evidence.get("data").get("eventName")));
          });
    }
    assertThat(found).isEqualTo(all);
  }

  @Test
  void a_detection_finding_names_rules_nowhere_but_in_its_analytics()
      throws IOException, UnreadableJson {
    List<String> ids = ruleIds();
    for (Json document : documents(scan("ocsf"))) {
      String rest = CompactJson.write(without(document, Set.of("analytic", "related_analytics")));
      assertThat(ids)
          .noneMatch(
              id -> Pattern.compile("(?<![\\w-])" + id + "(?![\\w.-])").matcher(rest).find());
    }
  }

  private static List<String> ruleIds() throws IOException {
    String policy = Files.readString(Path.of("policies/default.yaml"));
    List<String> ids =
        Pattern.compile("(?m)^  - id: ([a-z-]+)$")
            .matcher(policy)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(ids).hasSizeGreaterThan(30);
    return ids;
  }

  /** Without these members, and without paths of inputs, which name samples after rules. */
  private static Json without(Json value, Set<String> names) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> rest = new LinkedHashMap<>();
        members.forEach((name, member) -> {
          if (!names.contains(name) && !name.equals("inputs") && !name.equals("data")) {
            rest.put(name, without(member, names));
          }
        });
        yield new Json.Obj(rest);
      }
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(item -> without(item, names)).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocsf", "sarif", "csv"})
  void the_output_is_the_same_with_any_number_of_threads_and_in_a_file(
      String format, @TempDir Path folder) throws IOException {
    String once = scan(format, "--threads", "1");
    Path file = folder.resolve("out");
    assertThat(scan(format, "--threads", "4", "-o", file.toString())).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void every_row_has_a_cell_for_every_heading() {
    String csv = scan("csv");
    assertThat(csv).endsWith("\r\n").doesNotContain("\u001b");
    List<List<String>> rows = rows(csv);
    assertThat(rows).hasSize((int) scan("jsonl").lines().count() + 1);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(25));
  }

  /** A reader of RFC 4180, a state for inside of quotes and one for outside. */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : csv.split("\r\n")) {
      List<String> cells = new ArrayList<>(List.of(""));
      boolean quoted = false;
      for (int at = 0; at < line.length(); at++) {
        char c = line.charAt(at);
        quoted = (c == '"') != quoted;
        if (c == ',' && !quoted) {
          cells.add("");
        } else {
          cells.set(cells.size() - 1, cells.getLast() + c);
        }
      }
      rows.add(cells);
    }
    return rows;
  }
}
