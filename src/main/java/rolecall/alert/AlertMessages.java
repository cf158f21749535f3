package rolecall.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.finding.Finding;

/**
 * Writes alerts for a topic: readable text for people, one line for telephones, a detection finding
 * for machines. Secrets are taken out here, whatever was given. Stateless and thread-safe; the same
 * announcement gives the same message.
 *
 * @param version Rolecall's own, when known
 * @param chat whether subscribers of {@code https} receive the schema of Amazon Q Developer in chat
 *     applications instead of a detection finding
 */
public record AlertMessages(Optional<String> version, boolean chat) {
  /** What SNS takes: message and attributes together, in bytes of UTF-8. */
  public static final int MOST_BYTES = 262_144;

  /** Kept free for the subject and whatever SNS counts besides. */
  private static final int MARGIN = 4_096;

  private static final int LONGEST_ATTRIBUTE = 256;

  /** SNS refuses an empty attribute; a filter can ask for this one. */
  private static final String UNKNOWN = "unknown";

  private static final Retold WITHOUT_SECRETS =
      new Retold(SecretText::hideInName, SecretText::hideInSentence);

  public AlertMessages {
    Objects.requireNonNull(version, "version is null");
  }

  /** The message; what is too large for SNS is shortened in steps, and says so. */
  public AlertMessage of(Announcement announcement) {
    Announcement whole = withoutSecrets(announcement);
    for (Shortening step : Shortening.values()) {
      Optional<AlertMessage> message = fitting(step, whole);
      if (message.isPresent()) {
        return message.get();
      }
    }
    return message(Shortening.LEAST, whole, Clipped.to(Shortening.LEAST, whole));
  }

  /** The least that still tells the event: for when SNS refuses the message as it is. */
  public AlertMessage least(Announcement announcement) {
    Announcement whole = withoutSecrets(announcement);
    return message(Shortening.LEAST, whole, Clipped.to(Shortening.LEAST, whole));
  }

  private Optional<AlertMessage> fitting(Shortening step, Announcement whole) {
    Announcement told = Clipped.to(step, whole);
    if (Weight.atLeast(told) > MOST_BYTES) {
      return Optional.empty();
    }
    AlertMessage message = message(step, whole, told);
    return bytes(message) <= MOST_BYTES - MARGIN ? Optional.of(message) : Optional.empty();
  }

  /** What SNS counts: the message as it is sent, and names, types and values of attributes. */
  static int bytes(AlertMessage message) {
    int bytes = utf8(message.json());
    for (Map.Entry<String, String> attribute : message.attributes().entrySet()) {
      bytes += utf8(attribute.getKey()) + "String".length() + utf8(attribute.getValue());
    }
    return bytes;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private AlertMessage message(Shortening step, Announcement whole, Announcement told) {
    int unnamed = whole.alert().findings().size() - told.alert().findings().size();
    Telling telling = new Telling(told, step, unnamed);
    String letter = LetterText.of(telling);
    String finding =
        json(generator ->
            DetectionFinding.write(
                told.alert(),
                told.at(),
                version,
                new Notes(told.remarks(), step.words(), told.chain()),
                generator));
    SequencedMap<String, String> bodies = new LinkedHashMap<>();
    bodies.put("default", letter);
    bodies.put("email", letter);
    bodies.put("sms", ShortText.telephone(telling));
    bodies.put("sqs", finding);
    bodies.put("lambda", finding);
    bodies.put("https", chat ? json(generator -> ChatNotice.write(telling, generator)) : finding);
    bodies.put("firehose", finding);
    return new AlertMessage(ShortText.subject(telling), bodies, attributes(telling.gravest()));
  }

  private static SequencedMap<String, String> attributes(Finding gravest) {
    SequencedMap<String, String> attributes = new LinkedHashMap<>();
    attributes.put("severity", gravest.rule().severity().word());
    attributes.put("rule", attribute(gravest.rule().id()));
    attributes.put("category", attribute(gravest.rule().category()));
    attributes.put(
        "account", gravest.event().account().map(AlertMessages::attribute).orElse(UNKNOWN));
    attributes.put(
        "region", gravest.event().region().map(AlertMessages::attribute).orElse(UNKNOWN));
    return attributes;
  }

  private static String attribute(String text) {
    String shown = Ascii.show(text.strip(), LONGEST_ATTRIBUTE);
    return shown.isEmpty() ? UNKNOWN : shown;
  }

  private static Announcement withoutSecrets(Announcement given) {
    Map<String, List<String>> explanations = new LinkedHashMap<>();
    given
        .explanations()
        .forEach((rule, lines) ->
            explanations.put(rule, lines.stream().map(SecretText::hideInExplanation).toList()));
    return new Announcement(
        DetectionFinding.withoutSecrets(given.alert()),
        given.at(),
        explanations,
        given.remarks().stream().map(AlertMessages::withoutSecrets).toList(),
        given.chain().map(WITHOUT_SECRETS::of));
  }

  private static Remark withoutSecrets(Remark remark) {
    return switch (remark) {
      case Remark.Follows(var eventId, var account) ->
          new Remark.Follows(SecretText.hideInName(eventId), account.map(SecretText::hideInName));
      case Remark.RepeatsUnchecked _, Remark.CountedBefore _, Remark.Amends _, Remark.FoundLate _ ->
          remark;
    };
  }

  /** Writes JSON into memory. */
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String json(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes what is written", impossible);
    }
    return text.toString();
  }
}
