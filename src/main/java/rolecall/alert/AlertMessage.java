package rolecall.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * One alert, ready for a topic whose subscribers read different things.
 *
 * @param subject printable ASCII, 1 to 99 characters
 * @param bodies what each protocol of SNS receives, by its name: {@code default}, {@code email},
 *     {@code sms}, {@code sqs}, {@code lambda}, {@code https}, {@code firehose}
 * @param attributes what subscribers may filter by: {@code severity}, {@code rule}, {@code
 *     category}, {@code account}, {@code region}; none is empty
 */
public record AlertMessage(
    String subject, SequencedMap<String, String> bodies, SequencedMap<String, String> attributes) {
  public AlertMessage {
    Objects.requireNonNull(subject, "subject is null");
    bodies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bodies));
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
  }

  /**
   * The bodies as SNS takes them with {@code MessageStructure=json}: one JSON object of strings.
   * Always valid UTF-8; a lone surrogate is replaced by U+FFFD.
   */
  public String json() {
    StringBuilder text = new StringBuilder(8192);
    char before = '{';
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      text.append(before).append(JsonText.quote(body.getKey())).append(':');
      text.append(JsonText.quote(wellFormed(body.getValue())));
      before = ',';
    }
    return text.append(bodies.isEmpty() ? "{}" : "}").toString();
  }

  private static String wellFormed(String text) {
    if (text.codePoints().noneMatch(AlertMessage::isSurrogate)) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().forEach(point -> whole.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
    return whole.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
