package rolecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * The quick way past records that nobody watches must never pass over one that somebody does: what
 * a reader that parses everything says is the measure.
 */
class PrefilterPropertyTest {
  private static final List<String> SOURCES =
      List.of(
          "\"sts.amazonaws.com\"",
          "\"s3.amazonaws.com\"",
          "\"st\\u0073.amazonaws.com\"",
          "\"aws:s3\"",
          "\"\\u0061ws:s3\"",
          "\"\"",
          "\"s\\u00fc\"",
          "\"sü\"",
          "null",
          "7",
          "{}",
          "[\"x\"]",
          "true");
  private static final List<String> NAMES =
      List.of(
          "\"AssumeRole\"",
          "\"GetObject\"",
          "\"Assume\\u0052ole\"",
          "\"a\\\\\"",
          "\"q\\\"uote\"",
          "\"\"",
          "\"ключ\"",
          "null",
          "-1.5e3",
          "{\"eventName\":\"x\"}",
          "[]",
          "false");
  private static final List<String> SOURCE_KEYS =
      List.of(
          "eventSource",
          "eventSource",
          "eventSource",
          "\\u0065ventSource",
          "eventsource",
          "eventSourcf",
          "eventSourc\\u0065");
  private static final List<String> NAME_KEYS =
      List.of(
          "eventName",
          "eventName",
          "eventName",
          "\\u0065ventName",
          "EventName",
          "eventNamf",
          "event\\u004eame");
  private static final List<String> OTHERS =
      List.of(
          "\"userIdentity\":{\"eventName\":\"AssumeRole\",\"eventSource\":\"sts.amazonaws.com\"}",
          "\"a\":\"} , \\\"eventName\\\":\\\"AssumeRole\\\" {\"",
          "\"b\":[[],{},[{}],\"]\",\"\\\\\"]",
          "\"\":null",
          "\"🦉\":\"\\ud83e\\udd89\"",
          "\"c\\\"\":\"\\ud800\"",
          "\"d\":1E+9",
          "\"e\":\"" + "é".repeat(40) + "\"",
          "\"eventType\":\"AwsCloudTrailInsight\"",
          "\"insightDetails\":{}",
          "\"f\":\"\\\\\\\\\"",
          "\"Records\":7",
          "\"detail-type\":\"x\"",
          "\"g\":\"\u007f\"");

  @Test
  void the_quick_way_ends_as_the_slow_way_does() {
    long seed = Long.getLong("seed", 20_260_302L);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      List<String> records = new ArrayList<>();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        records.add(record(random));
      }
      List<String> expected = slowly(records);
      String space = space(random);

      assertThat(
              Inputs.read(
                      "{\"Records\""
                          + space
                          + ":["
                          + String.join(space + "," + space, records)
                          + "]}")
                  .calls)
          .as("seed %d, round %d: %s", seed, round, records)
          .isEqualTo(expected);
    }
  }

  private static String record(Random random) {
    List<String> members = new ArrayList<>();
    for (int i = oneMostly(random); i > 0; i--) {
      members.add(member(random, SOURCE_KEYS, SOURCES));
    }
    for (int i = oneMostly(random); i > 0; i--) {
      members.add(member(random, NAME_KEYS, NAMES));
    }
    List<String> others = new ArrayList<>(OTHERS);
    Collections.shuffle(others, random);
    members.addAll(others.subList(0, random.nextInt(5)));
    Collections.shuffle(members, random);
    return "{"
        + space(random)
        + String.join(space(random) + "," + space(random), members)
        + space(random)
        + "}";
  }

  private static int oneMostly(Random random) {
    int number = random.nextInt(12);
    return number < 10 ? 1 : number == 10 ? 2 : 0;
  }

  private static String member(Random random, List<String> keys, List<String> values) {
    return "\""
        + any(random, keys)
        + "\""
        + space(random)
        + ":"
        + space(random)
        + any(random, values);
  }

  private static String any(Random random, List<String> texts) {
    return texts.get(random.nextBoolean() ? random.nextInt(2) : random.nextInt(texts.size()));
  }

  private static String space(Random random) {
    return random.nextInt(3) > 0
        ? ""
        : " \n\t\r".substring(random.nextInt(4)).repeat(random.nextInt(4));
  }

  private static List<String> slowly(List<String> records) {
    RecordingSink sink = new RecordingSink();
    Tally tally =
        new Tally(
            Inputs.source(true, java.io.InputStream::nullInputStream), Inputs.IAM_AND_STS, sink);
    for (String text : records) {
      try {
        Json value = JsonReader.read(text);
        new Envelopes(tally, new PackedText()).open(value, 0, Place.LOG);
      } catch (UnreadableJson broken) {
        tally.lostRecord(0, "broken", "mend");
      }
    }
    return sink.calls;
  }
}
