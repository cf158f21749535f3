package rolecall.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
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
}
