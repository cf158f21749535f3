package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/** The samples under {@code events/} are real-shaped, invented, and all accounted for. */
class EventsFolderTest {
  private static final Path FOLDER = Path.of("events");
  private static final SortedMap<String, OpenedSample> SAMPLES = new TreeMap<>();

  /** What every CloudTrail record has since version 1.08, the Insight records excepted. */
  private static final List<String> MANDATORY =
      List.of(
          "eventVersion",
          "userIdentity",
          "eventTime",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "requestParameters",
          "responseElements",
          "eventID",
          "readOnly",
          "eventType",
          "managementEvent",
          "recipientAccountId",
          "eventCategory");

  private static final List<String> SHAPES =
      List.of(
          "array",
          "digest",
          "eventbridge",
          "heartbeat",
          "json-lines",
          "kinesis",
          "log-file",
          "logs-subscription",
          "lookup-events",
          "record",
          "s3-batch",
          "s3-notice",
          "sns",
          "sqs");

  private static final String CATALOGUE =
      """
      assumption-not-granted assumption-breaks-terms assumption-refused cross-account-assumption
      assumption-without-mfa role-chained session-too-long provider-unlisted
      root-took-credentials root-task-session federation-token-issued session-token-without-mfa
      service-linked-role-taken chime-slr-edit-refused slr-edit-refused slr-edited
      chime-slr-deleted chime-slr-created chime-slr-tagged slr-lookalike
      chime-service-role chime-sdk-service-role trust-opened-to-anyone trust-opened-outside
      watched-trust-edited chime-call-by-root chime-long-term-key chime-sensitive-call
      chime-routine-call chime-call-denied chime-legacy-call chime-tag-condition
      chime-full-access chime-confused-deputy trail-weakened monitor-changed record-omitted
      not-judged
      """;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** {@code mvn test -Dquick -Dtest=EventsFolderTest -Dsamples=write} builds samples anew. */
  @BeforeAll
  static void open_every_sample() throws Exception {
    if ("write".equals(System.getProperty("samples"))) {
      for (Map.Entry<String, byte[]> built : SamplePacker.packAll().entrySet()) {
        Path file = FOLDER.resolve(built.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, built.getValue());
      }
    }
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        SAMPLES.put(file.toString().replace('\\', '/'), OpenedSample.of(file));
      }
    }
  }

  @Test
  void there_is_a_folder_for_every_input_shape() {
    assertThat(SAMPLES.keySet().stream().map(file -> file.split("/")[1]).distinct())
        .containsExactlyElementsOf(SHAPES);
  }

  @Test
  void every_rule_has_a_sample_that_is_named_after_it() {
    List<String> rules = catalogue();
    assertThat(ruleSamples().stream().map(EventsFolderTest::ruleOf).distinct())
        .containsExactlyInAnyOrderElementsOf(rules);
  }

  @Test
  void a_sample_named_after_a_rule_is_expected_to_break_it() throws IOException {
    List<String> surprises = new ArrayList<>();
    for (ExpectedEvents expected : ExpectedEvents.read()) {
      String rule = ruleOf(expected.file());
      boolean named = expected.file().startsWith("events/eventbridge/");
      boolean breaks =
          Stream.of("", "later:", "observed:").anyMatch(w -> expected.what().contains(w + rule));
      if (named && !breaks) {
        surprises.add(expected.line());
      }
    }
    assertThat(surprises)
        .as("the shipped policy has no grants whose terms could be broken")
        .singleElement()
        .asString()
        .startsWith("events/eventbridge/assumption-breaks-terms.json 0 ")
        .endsWith(" assumption-not-granted");
  }

  @Test
  void every_record_has_its_line_in_the_expectations_and_the_reverse() throws IOException {
    List<String> found = new ArrayList<>();
    SAMPLES.forEach((file, sample) -> {
      List<Json> records = sample.records();
      if (records.isEmpty()) {
        found.add(file + " - -");
      }
      for (int i = 0; i < records.size(); i++) {
        found.add(file + " " + i + " " + text(records.get(i), "eventID"));
      }
    });
    assertThat(ExpectedEvents.read())
        .extracting(expected -> expected.line().substring(0, expected.line().lastIndexOf(' ')))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void only_what_holds_no_record_is_expected_to_be_skipped() throws IOException {
    assertThat(ExpectedEvents.read())
        .allSatisfy(expected ->
            assertThat(expected.what().equals(List.of("skipped")))
                .as(expected.line())
                .isEqualTo(expected.record().isEmpty()));
  }

  @Test
  void expectations_name_rules_of_the_catalogue() throws IOException {
    List<String> known = new ArrayList<>(catalogue());
    known.addAll(List.of("quiet", "skipped"));
    assertThat(ExpectedEvents.read().stream().flatMap(expected -> expected.what().stream()))
        .allSatisfy(what -> assertThat(what.substring(what.indexOf(':') + 1)).as(what).isIn(known));
  }

  @Test
  void every_record_has_the_fields_that_cloudtrail_always_writes() {
    assertThat(records().entrySet())
        .allSatisfy(record -> {
          Json fields = record.getValue();
          if (text(fields, "eventCategory").equals("Insight")) {
            return;
          }
          assertThat(MANDATORY)
              .as(record.getKey())
              .allSatisfy(name -> assertThat(fields.get(name).isPresent()).as(name).isTrue());
          assertThat(text(fields, "eventVersion")).as(record.getKey()).matches("1\\.\\d+");
          assertThat(fields.get("requestID").isPresent())
              .as("requestID of " + record.getKey())
              .isEqualTo(text(fields, "eventType").equals("AwsApiCall"));
        });
  }

  @Test
  void no_two_records_have_one_event_id() {
    assertThat(records().values().stream().map(record -> text(record, "eventID")))
        .doesNotHaveDuplicates()
        .allMatch(id -> UUID.matcher(id).matches());
  }

  @Test
  void only_the_copies_of_one_cross_account_call_share_an_id() {
    Map<String, List<String>> files = new TreeMap<>();
    records()
        .forEach((where, record) -> {
          if (record.get("sharedEventID").isPresent()) {
            files.computeIfAbsent(text(record, "sharedEventID"), _ -> new ArrayList<>()).add(where);
          }
        });
    files.values().removeIf(places -> places.size() == 1);
    assertThat(files.values())
        .singleElement()
        .asString()
        .isEqualTo(
            "[events/log-file/111122223333_CloudTrail_us-east-1_20260302T1130Z_EXAMPLE.json.gz#1,"
                + " events/log-file/444455556666_CloudTrail_us-east-1_20260302T1130Z_EXAMPLE"
                + ".json.gz#1]");
  }

  @Test
  void every_event_happens_in_the_same_working_day() {
    assertThat(records().values())
        .allSatisfy(record ->
            assertThat(text(record, "eventTime"))
                .matches("2026-03-02T(0[89]|1[0-7]):[0-5]\\d:[0-5]\\dZ"));
  }

  @Test
  void accounts_are_the_three_of_the_documentation() {
    assertThat(all("(?<![0-9])[0-9]{12}(?![0-9])"))
        .containsExactly("111122223333", "123456789012", "444455556666");
  }

  @Test
  void addresses_are_from_the_networks_for_documentation() {
    assertThat(all("(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.])"))
        .isNotEmpty()
        .allMatch(address -> address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+"));
  }

  @Test
  void hosts_are_examples_or_belong_to_aws() {
    assertThat(all("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.(?:com|org|net|io|dev|cn|edu)\\b"))
        .isNotEmpty()
        .allMatch(host ->
            host.matches("(.+\\.)?(example\\.com|amazonaws\\.com|aws\\.amazon\\.com)")
                || host.equals("token.actions.githubusercontent.com"));
  }

  @Test
  void keys_and_tokens_are_plainly_invented() {
    assertThat(all("\\b(?:AKIA|ASIA|AROA|AIDA|ANPA|AGPA|ABIA|ACCA)[A-Z0-9]{8,}"))
        .isNotEmpty()
        .allMatch(key -> key.matches("[A-Z]{4}EXAMPLE[A-Z0-9]+"));
    assertThat(all("\"sessionToken\":\"[^\"]*\""))
        .containsExactly("\"sessionToken\":\"EXAMPLE-SESSION-TOKEN-not-a-secret\"");
    assertThat(all("(?i)\"secretAccessKey\"")).isEmpty();
  }

  @Test
  void built_samples_are_what_their_sources_give() throws Exception {
    for (Map.Entry<String, byte[]> built : SamplePacker.packAll().entrySet()) {
      Path file = FOLDER.resolve(built.getKey());
      assertThat(OpenedSample.of(file))
          .as("%s; -Dsamples=write builds it anew", file)
          .isEqualTo(OpenedSample.of(built.getKey(), built.getValue()));
      if (!isCompressed(built.getKey())) {
        assertThat(file).hasBinaryContent(built.getValue());
      }
    }
  }

  @Test
  void gzip_files_carry_no_time() throws IOException {
    for (String file : SAMPLES.keySet().stream().filter(f -> f.endsWith(".gz")).toList()) {
      assertThat(Arrays.copyOfRange(Files.readAllBytes(Path.of(file)), 0, 8))
          .as(file)
          .isEqualTo(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    }
  }

  /** Another JDK's zlib may write other bytes for the same text. */
  private static boolean isCompressed(String sample) {
    return sample.endsWith(".gz") || sample.startsWith("logs-") || sample.startsWith("kinesis");
  }

  private static List<String> catalogue() {
    return CATALOGUE.lines().flatMap(line -> Stream.of(line.split(" "))).toList();
  }

  private static List<String> ruleSamples() {
    return SAMPLES.keySet().stream()
        .filter(file -> file.startsWith("events/eventbridge/"))
        .filter(file -> !ruleOf(file).equals("quiet"))
        .toList();
  }

  /** The word before {@code --} or {@code .json}: a rule's id, or {@code quiet}. */
  private static String ruleOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("(--.*)?\\.json$", "");
  }

  /** Every record by its file and place: {@code events/sqs/batch-of-three.json#1}. */
  private static SortedMap<String, Json> records() {
    SortedMap<String, Json> records = new TreeMap<>();
    SAMPLES.forEach((file, sample) -> {
      List<Json> inFile = sample.records();
      for (int i = 0; i < inFile.size(); i++) {
        records.put(file + "#" + i, inFile.get(i));
      }
    });
    return records;
  }

  private static String text(Json record, String name) {
    return record.get(name).text().orElse("");
  }

  /** Every different match in any sample; UUIDs and shard ids are left out first. */
  private static SortedSet<String> all(String pattern) {
    SortedSet<String> found = new TreeSet<>();
    SAMPLES.forEach((file, sample) -> {
      String whole = file + " " + CompactJson.write(sample.tree());
      String searched = UUID.matcher(whole).replaceAll("").replaceAll("shardId-\\d{12}", "");
      Matcher matcher = Pattern.compile(pattern).matcher(searched);
      while (matcher.find()) {
        found.add(matcher.group());
      }
    });
    return found;
  }
}
