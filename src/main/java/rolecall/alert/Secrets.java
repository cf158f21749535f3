package rolecall.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.finding.Act;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.finding.Role;
import rolecall.finding.Told;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Takes out what must never leave: session tokens above all, passwords, keys, assertions,
 * signatures. By the names that they stand under, in any spelling, and by how they look where the
 * name tells nothing; in JSON inside of texts too. Access key ids stay. Stateless and thread-safe.
 */
public final class Secrets {
  /** What stands in place of a secret. */
  public static final String REDACTED = "REDACTED by Rolecall";

  /**
   * What lies deeper, texts that hold JSON included, is hidden whole. CloudTrail stays below 30.
   */
  private static final int DEEPEST = 200;

  private Secrets() {}

  /** A CloudTrail record without secrets; every member stays. */
  public static Json.Obj hide(Json.Obj rec) {
    return object(rec, 0);
  }

  /** A finding without secrets in the texts that it quotes. */
  public static Told hide(Told told) {
    Finding finding = told.finding();
    Event event = finding.event();
    Caller caller = finding.caller();
    Act act = finding.act();
    return new Told(
        new Finding(
            finding.rule(),
            SecretText.hideInSentence(finding.reason()),
            new Event(
                name(event.id()),
                name(event.name()),
                name(event.source()),
                event.time(),
                name(event.account()),
                name(event.region()),
                event.outcome()),
            new Caller(
                caller.kind(), name(caller.arn()), name(caller.account()), name(caller.name())),
            finding
                .role()
                .map(role -> new Role(name(role.arn()), name(role.name()), name(role.account()))),
            finding.policy(),
            finding.input(),
            new Act(name(act.event()), name(act.actor()), name(act.target()), act.quiet())),
        told.repeats());
  }

  private static String name(String text) {
    return SecretText.hideInName(text);
  }

  private static Optional<String> name(Optional<String> text) {
    return text.map(SecretText::hideInName);
  }

  private static Json.Obj object(Json.Obj object, int depth) {
    boolean isSecretEntry =
        object.members().entrySet().stream()
            .anyMatch(member ->
                SecretNames.namesNeighbour(member.getKey())
                    && member.getValue().text().filter(SecretNames::isSecretMember).isPresent());
    Map<String, Json> shown = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, value) ->
            shown.put(
                SecretText.hideInName(name),
                isSecretEntry && SecretNames.isNeighbour(name)
                    ? whole(value)
                    : member(name, value, depth)));
    return new Json.Obj(shown);
  }

  private static Json member(String name, Json value, int depth) {
    if (depth > DEEPEST || (SecretNames.isSecretMember(name) && !isContainer(name, value))) {
      return whole(value);
    }
    return value instanceof Json.Str(String text) && SecretNames.isIdentity(name)
        ? new Json.Str(SecretText.hideInName(text))
        : value(value, depth);
  }

  /** {@code credentials} is an object of which only some members are secret. */
  private static boolean isContainer(String name, Json value) {
    return name.equalsIgnoreCase("credentials")
        && (value instanceof Json.Obj || value instanceof Json.Arr);
  }

  /** Hides a value that its name gives away, whatever it looks like. */
  private static Json whole(Json value) {
    return switch (value) {
      case Json.Str(String text) when text.isEmpty() || text.equals(Json.HIDDEN) -> value;
      case Json.Bool _, Json.Null _, Json.Absent _ -> value;
      case Json.Str _, Json.Num _, Json.Obj _, Json.Arr _ -> new Json.Str(REDACTED);
    };
  }

  private static Json value(Json value, int depth) {
    if (depth > DEEPEST) {
      return whole(value);
    }
    return switch (value) {
      case Json.Obj object -> object(object, depth + 1);
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(item -> value(item, depth + 1)).toList());
      case Json.Str(String text) -> new Json.Str(text(text, depth));
      case Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value;
    };
  }

  private static String text(String text, int depth) {
    Optional<Json> inner = jsonIn(text);
    if (inner.isEmpty()) {
      return SecretText.hide(text);
    }
    Json shown = value(inner.get(), depth + 1);
    return shown.equals(inner.get()) ? text : CompactJson.write(shown);
  }

  /** The object, array or string that a text holds as JSON. */
  private static Optional<Json> jsonIn(String text) {
    String start = text.stripLeading();
    if (start.isEmpty() || "{[\"".indexOf(start.charAt(0)) < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonReader.read(text));
    } catch (UnreadableJson _) {
      return Optional.empty();
    }
  }
}
