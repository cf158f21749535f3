package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import rolecall.finding.Told;

/**
 * An alert in the schema that Amazon Q Developer in chat applications takes, which shows it in
 * Slack or Teams. What a caller may have written stands in code spans, where markdown is not read,
 * and without the characters that end a span or call people. Stateless.
 *
 * @see <a href="https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html">Custom
 *     notifications</a>
 */
final class ChatNotice {
  private static final int LONGEST_DESCRIPTION = 6000;

  private static final int LONGEST_REASON = 600;

  private static final int MOST_RULES = 20;

  private static final int MOST_STEPS = 8;

  private ChatNotice() {}

  static void write(Telling telling, JsonGenerator json) throws IOException {
    json.writeStartObject();
    member(json, "version", "1.0");
    member(json, "source", "custom");
    member(json, "id", word(telling.messageUid()));
    writeContent(telling, json);
    writeMetadata(telling, json);
    json.writeEndObject();
  }

  private static void writeContent(Telling telling, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("content");
    member(json, "textType", "client-markdown");
    member(
        json,
        "title",
        Ascii.cut(telling.severity() + ": " + telling.update() + telling.title(), 250));
    member(json, "description", description(telling));
    writeTexts("nextSteps", telling.nextSteps().stream().limit(MOST_STEPS).toList(), json);
    writeTexts("keywords", keywords(telling), json);
    json.writeEndObject();
  }

  private static List<String> keywords(Telling telling) {
    List<String> keywords = new java.util.ArrayList<>(List.of("Rolecall", telling.severity()));
    telling.ruleIds().stream().limit(MOST_RULES).forEach(keywords::add);
    return keywords;
  }

  /** As many whole lines as fit. */
  private static String description(Telling telling) {
    StringBuilder text = new StringBuilder(1024);
    fact("Who", telling.callers(), text);
    telling.behind().ifPresent(behind -> fact("Behind", behind.words(), text));
    fact("Role", telling.roles(), text);
    fact("Account", telling.accounts(), text);
    fact("Region", telling.regions(), text);
    fact("When", telling.times(), text);
    fact("Rules", telling.rules(), text);
    fact("What", telling.events(), text);
    fact("Outcome", telling.outcome(), text);
    fact("Event ID", telling.eventIds(), text);
    telling.remarks().forEach(remark -> fact("Note", remark, text));
    telling.step().words().ifPresent(words -> fact("Shortened", words, text));
    for (Told told : telling.alert().findings()) {
      String reason = Shown.text(told.finding().reason(), LONGEST_REASON);
      if (text.length() + reason.length() < LONGEST_DESCRIPTION) {
        fact(Shown.ours(told.finding().rule().title(), 200), reason, text);
      }
    }
    return text.toString().stripTrailing();
  }

  private static void fact(String label, String value, StringBuilder text) {
    text.append("**").append(label).append(":** ").append(code(value)).append("\n\n");
  }

  private static void writeMetadata(Telling telling, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("metadata");
    member(json, "threadId", word(telling.alert().uid()));
    member(
        json,
        "summary",
        Ascii.cut(
            "%s: %s (account %s, %s)"
                .formatted(
                    telling.severity(),
                    telling.update() + telling.title(),
                    telling.gravest().event().account().map(ChatNotice::word).orElse("unknown"),
                    telling.gravest().event().region().map(ChatNotice::word).orElse("unknown")),
            250));
    member(json, "eventType", word(telling.gravest().rule().category()));
    Optional<String> role =
        Optional.of(telling.roleArns()).filter(arns -> !arns.isEmpty()).map(ChatNotice::code);
    writeTexts("relatedResources", role.stream().toList(), json);
    writeContext(telling, json);
    json.writeEndObject();
  }

  private static void writeContext(Telling telling, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("additionalContext");
    member(json, "severity", telling.gravest().rule().severity().word());
    member(json, "rule", word(telling.gravest().rule().id()));
    member(json, "eventId", word(telling.gravest().event().id()));
    member(json, "outcome", word(telling.gravest().event().outcome()));
    member(json, "policy", word(telling.gravest().policy().name()));
    member(json, "policySha256", word(telling.gravest().policy().sha256()));
    json.writeEndObject();
  }

  private static void writeTexts(String name, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeRawValue(JsonText.quote(text));
    }
    json.writeEndArray();
  }

  /** A text that is shown as it is, whatever markdown or mention it holds. */
  private static String code(String shown) {
    String plain =
        shown.replace('`', '\'').replace('\u2039', '(').replace('\u203a', ')').replace("@", "(at)");
    return "`" + Unlinked.show(plain) + "`";
  }

  /** An id or word: letters, digits and the marks that ids have; anything else becomes a dot. */
  private static String word(String text) {
    StringBuilder word = new StringBuilder(text.length());
    text.codePoints()
        .limit(Shown.NAME)
        .forEach(point -> word.append(isOfWord(point) ? (char) point : '.'));
    return Unlinked.show(word.toString());
  }

  private static boolean isOfWord(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || point == '-'
        || point == ':'
        || point == '/';
  }
}
