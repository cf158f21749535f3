package rolecall.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rolecall.PublishedSchema;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;

/** What must be true of every message, whatever it tells. Fails with what is not. */
final class MessageRules {
  static final List<String> FOR_PEOPLE = List.of("default", "email", "sms");

  /** What mail programs, telephones and chats make a link of, apart from mail addresses. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://|(?<![a-z0-9])www\\.|(?<![\\]:/])//\\w|\\\\\\\\\\w|"
              + "\\b(?:javascript|mailto|tel|sms|data|slack|file|ftp|https?):\\S|"
              + "(?<![@\\w.-])[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|net|org|io|de|zip)\\b(?!@)");

  /** Services, as they stand in texts and in ARNs of service-linked roles. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?<=:role/aws-service-role/)[a-z0-9-]+(?:\\.chime)?\\.amazonaws\\.com(?=/A)"
              + "|(?<![\\w./@-])[a-z0-9-]+(?:\\.chime)?\\.amazonaws\\.com(?![\\w/-])");

  private static final Pattern FACT_NAME = Pattern.compile("\\b(?:caller|role|session)\\.name\\b");

  private static final Pattern MAIL_ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private MessageRules() {}

  static void hold(Announcement announcement, AlertMessage message, boolean chat) {
    assertThat(message.bodies().keySet())
        .containsExactly("default", "email", "sms", "sqs", "lambda", "https", "firehose");
    assertFits(message);
    assertThat(message.subject()).matches("[A-Za-z0-9\\[][ -~]{0,98}");
    assertThat(message.attributes().keySet())
        .containsExactly("severity", "rule", "category", "account", "region");
    assertThat(message.attributes().values()).allMatch(value -> value.matches("[ -~]{1,256}"));
    assertThat(message.bodies().get("sms")).matches("[ -~]{1,140}");
    for (String body : FOR_PEOPLE) {
      assertHarmless(message.bodies().get(body).replace(" -> ", " to "));
    }
    assertHarmless(message.subject().replace(" -> ", " to "));
    for (String body : List.of("default", "email")) {
      assertAnswersFirst(announcement, message.bodies().get(body));
    }
    for (String body : List.of("sqs", "lambda", "firehose", "https")) {
      if (body.equals("https") && chat) {
        assertChat(message.bodies().get(body));
      } else {
        assertFinding(announcement, message.bodies().get(body));
      }
    }
    assertReadable(message);
  }

  static void assertFits(AlertMessage message) {
    int bytes = message.json().getBytes(StandardCharsets.UTF_8).length;
    for (Map.Entry<String, String> attribute : message.attributes().entrySet()) {
      bytes += (attribute.getKey() + "String" + attribute.getValue()).length();
    }
    assertThat(bytes + message.subject().length()).isLessThan(AlertMessages.MOST_BYTES);
    assertThat(AlertMessages.bytes(message) + message.subject().length())
        .isEqualTo(bytes + message.subject().length());
  }

  /** Nothing to click, nothing that steers a terminal or the reading, no tag. */
  static void assertHarmless(String text) {
    String rest = SERVICE.matcher(text).replaceAll("SERVICE");
    rest = FACT_NAME.matcher(rest).replaceAll("FACT");
    String links = rest;
    assertThat(LINK.matcher(rest).results().map(found -> around(links, found.start())).toList())
        .isEmpty();
    assertThat(text)
        .doesNotContain("\r", "\u2028", "\u2029", "\u0085", "\u001b", "\t", "<", ">")
        .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\u200b-\\u200f\\ufeff]")
        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f]");
    assertThat(text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff)).isTrue();
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 60));
  }

  /** The first 12 lines that are not empty hold who, to which role, where, and all rule ids. */
  private static void assertAnswersFirst(Announcement announcement, String text) {
    List<String> first = text.lines().filter(line -> !line.isBlank()).limit(12).toList();
    String all = String.join("\n", first);
    Finding gravest = announcement.alert().gravest().finding();
    List<Optional<String>> wanted =
        List.of(
            gravest.caller().name().or(gravest.caller()::account),
            gravest.role().map(Role::name),
            gravest.event().account(),
            gravest.event().region());
    for (Optional<String> name : wanted) {
      name.filter(MessageRules::isOrdinary)
          .ifPresent(ordinary -> assertThat(all).contains(ordinary));
    }
    for (Told told : announcement.alert().findings()) {
      assertThat(all).contains(told.finding().rule().id());
    }
    announcement.chain().map(Chain::root).ifPresent(root -> assertBehind(root, all));
    // Lines of ours begin at the margin, each once: nobody can write another one.
    for (String label : List.of("Who:", "Role:", "Account:", "Region:", "Rules:", "Outcome:")) {
      assertThat(text.lines().filter(line -> line.startsWith(label))).as(label).hasSize(1);
    }
    assertThat(text.lines().filter(line -> line.startsWith("Behind:")))
        .hasSizeLessThanOrEqualTo(announcement.chain().isPresent() ? 1 : 0);
    assertThat(text.lines().filter(line -> line.startsWith("Event ID: "))).hasSize(1);
  }

  /** The human, if the lineage found one. */
  private static void assertBehind(Root root, String all) {
    if (root instanceof Root.Known(var who, _, _)) {
      who.name().filter(MessageRules::isOrdinary).ifPresent(name -> assertThat(all).contains(name));
    }
  }

  /** Names as people give them: letters, digits and marks, not a web site's. */
  private static boolean isOrdinary(String name) {
    return name.length() <= 256
        && name.matches("[\\w+=,@:/-]+|[\\w+=-]+(?:\\.[\\w+=-]+)*@[\\w-]+(?:\\.[\\w-]+)+")
        && !LINK.matcher(MAIL_ADDRESS.matcher(name).replaceAll("")).find();
  }

  static Json assertFinding(Announcement announcement, String body) {
    PublishedSchema.OCSF.accepts(body);
    Json finding = read(body);
    assertThat(finding.get("time"))
        .isEqualTo(new Json.Num(Long.toString(announcement.at().toEpochMilli())));
    Json info = finding.get("finding_info");
    Optional<Instant> first =
        announcement.remarks().stream()
            .flatMap(
                remark -> remark instanceof Remark.Amends(var at) ? Stream.of(at) : Stream.empty())
            .findFirst();
    assertThat(info.get("created_time"))
        .isEqualTo(
            first
                .<Json>map(at -> new Json.Num(Long.toString(at.toEpochMilli())))
                .orElse(finding.get("time")));
    assertThat(info.get("modified_time"))
        .isEqualTo(first.isPresent() ? finding.get("time") : Json.absent());
    assertThat(finding.get("type_uid"))
        .isEqualTo(new Json.Num(first.isPresent() ? "200402" : "200401"));
    List<Told> told = announcement.alert().findings();
    Set<String> ids = new HashSet<>();
    told.forEach(one -> ids.add(one.finding().rule().id()));
    List<String> named = new ArrayList<>();
    named.add(info.get("analytic").get("uid").text().orElseThrow());
    info.get("related_analytics")
        .items()
        .forEach(other -> named.add(other.get("uid").text().orElseThrow()));
    assertThat(named.getFirst()).isEqualTo(told.getFirst().finding().rule().id());
    assertThat(named).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(finding.get("unmapped").get("policy").get("sha256").text())
        .contains(told.getFirst().finding().policy().sha256());
    return finding;
  }

  private static void assertChat(String body) {
    Json chat = read(body);
    assertThat(chat.get("version").text()).contains("1.0");
    assertThat(chat.get("source").text()).contains("custom");
    Json content = chat.get("content");
    assertThat(content.get("textType").text()).contains("client-markdown");
    assertThat(content.get("title").text().orElseThrow()).isNotBlank();
    String description = content.get("description").text().orElseThrow();
    assertThat(description).doesNotContain("@").hasSizeLessThan(8000);
    assertHarmless(description);
    for (String line : description.split("\n\n")) {
      assertThat(line).matches("\\*\\*[^`*]+:\\*\\* `[^`]*`");
    }
    for (Json value :
        ((Json.Obj) chat.get("metadata").get("additionalContext")).members().values()) {
      assertThat(value.text().orElseThrow()).matches("[\\w.:/\\[\\]-]*");
    }
  }

  private static void assertReadable(AlertMessage message) {
    Json sent = read(message.json());
    assertThat(sent).isInstanceOf(Json.Obj.class);
    message.bodies().forEach((name, body) -> assertThat(sent.get(name).text()).contains(body));
  }

  private static Json read(String text) {
    try {
      return JsonReader.read(text);
    } catch (UnreadableJson broken) {
      throw new AssertionError(text, broken);
    }
  }
}
