package rolecall.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * CloudTrail's LookupEvents over events that a test puts there: the latest first, page by page, and
 * with tokens that belong to one question.
 */
public final class RecentEvents implements Function<Asked, Answer> {
  /** An event as LookupEvents lists it. */
  public record Item(String id, Instant time, Json record) {
    public static Item of(String id, String time, String record) {
      return new Item(id, Instant.parse(time), new Json.Str(record));
    }

    /** The same with other words in the record. */
    public Item with(String old, String other) {
      return new Item(id, time, new Json.Str(record.text().orElseThrow().replace(old, other)));
    }
  }

  private final int page;
  private final Map<String, List<Item>> byAttribute = new HashMap<>();
  private final Map<String, Deque<Long>> calls = new HashMap<>();
  private Waiting clock;
  private int tooSoon;
  private final Map<String, List<Item>> regions = new HashMap<>();
  private final Map<String, Answer> refusals = new HashMap<>();

  public RecentEvents(int page) {
    this.page = page;
  }

  public RecentEvents put(String region, Item... items) {
    regions.computeIfAbsent(region, _ -> new ArrayList<>()).addAll(List.of(items));
    List.of(items).forEach(item -> list(region, item));
    return this;
  }

  /** That Region answers so, whatever it is asked. */
  public RecentEvents refuse(String region, Answer answer) {
    refusals.put(region, answer);
    return this;
  }

  public RecentEvents refuse(Set<String> names, Answer answer) {
    names.forEach(name -> refuse(name, answer));
    return this;
  }

  /** What CloudTrail says to one whom it does not know. */
  public static Answer stranger() {
    return Answers.jsonError(
        400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  public static Answer throttled() {
    return Answers.jsonError(400, "ThrottlingException", "Rate exceeded");
  }

  public static Answer tokenGone() {
    return Answers.jsonError(400, "InvalidNextTokenException", "Invalid NextToken");
  }

  public static Answer denied() {
    return Answers.jsonError(
        400,
        "AccessDeniedException",
        "User: arn:aws:iam::111122223333:user/dana is not authorized to perform:"
            + " cloudtrail:LookupEvents because no identity-based policy allows it");
  }

  @Override
  public Answer apply(Asked asked) {
    if (asked.text().isEmpty()) {
      // Who asked has given it up before its end.
      return new Answer.Reset();
    }
    String region = asked.signedIn().orElseThrow();
    if (isTooSoon(region)) {
      return throttled();
    }
    return refusals.containsKey(region) ? refusals.get(region) : page(region, question(asked));
  }

  /** From now on a third call to a Region within a second of this time is throttled. */
  public RecentEvents at(Waiting time) {
    clock = time;
    return this;
  }

  /** How many calls came too soon. */
  public int tooSoon() {
    return tooSoon;
  }

  private boolean isTooSoon(String region) {
    if (clock == null) {
      return false;
    }
    Deque<Long> recent = calls.computeIfAbsent(region, _ -> new ArrayDeque<>());
    recent.removeIf(call -> clock.nanoTime() - call >= 1_000_000_000L);
    recent.add(clock.nanoTime());
    tooSoon += recent.size() > 2 ? 1 : 0;
    return recent.size() > 2;
  }

  /** The question as JSON. */
  public static Json question(Asked asked) {
    try {
      return JsonReader.read(asked.text());
    } catch (UnreadableJson broken) {
      throw new AssertionError(asked.text(), broken);
    }
  }

  private Answer page(String region, Json question) {
    String window = number(question.get("StartTime")) + "/" + number(question.get("EndTime"));
    int from = 0;
    if (question.get("NextToken").isPresent()) {
      String[] token = question.get("NextToken").text().orElseThrow().split("@");
      if (!token[1].equals(window)) {
        return tokenGone();
      }
      from = Integer.parseInt(token[0]);
    }
    List<Item> asked =
        candidates(region, question).stream()
            .filter(item -> isWithin(item.time(), question))
            .sorted(Comparator.comparing(Item::time).reversed())
            .toList();
    int to = Math.min(from + page, asked.size());
    Map<String, Json> answer = new LinkedHashMap<>();
    answer.put(
        "Events",
        new Json.Arr(
            asked.subList(from, to).stream().map(RecentEvents::json).collect(Collectors.toList())));
    if (to < asked.size()) {
      answer.put("NextToken", new Json.Str(to + "@" + window));
    }
    return Answers.json(200, CompactJson.write(new Json.Obj(answer)));
  }

  /** All events of the Region, or those with the one attribute that may be asked for. */
  private List<Item> candidates(String region, Json question) {
    List<Json> attributes = question.get("LookupAttributes").items();
    if (attributes.isEmpty()) {
      return regions.getOrDefault(region, List.of());
    }
    String name = attributes.getFirst().get("AttributeKey").text().orElseThrow();
    String value = attributes.getFirst().get("AttributeValue").text().orElseThrow();
    if (attributes.size() > 1 || !Set.of("EventId", "ResourceName").contains(name)) {
      throw new AssertionError(attributes);
    }
    return byAttribute.getOrDefault(region + " " + name + " " + value, List.of());
  }

  /** As CloudTrail does, under its id and under every key that it gave out. */
  private void list(String region, Item item) {
    Set<String> names = new TreeSet<>(Set.of(region + " EventId " + item.id()));
    try {
      Json answer = JsonReader.read(item.record().text().orElse("null")).get("responseElements");
      keys(answer).forEach(key -> names.add(region + " ResourceName " + key));
    } catch (UnreadableJson _) {
      names.addAll(brokenKeys(region, item));
    }
    names.forEach(name -> byAttribute.computeIfAbsent(name, _ -> new ArrayList<>()).add(item));
  }

  /** What cannot be read may name any key. */
  private static Set<String> brokenKeys(String region, Item item) {
    String text = item.record().text().orElse("");
    return text.contains("ASIA")
        ? Set.of(region + " ResourceName " + text.substring(text.indexOf("ASIA")))
        : Set.of();
  }

  private static Set<String> keys(Json answer) {
    Set<String> keys = new TreeSet<>();
    if (answer instanceof Json.Obj(Map<String, Json> members)) {
      answer.get("accessKeyId").text().ifPresent(keys::add);
      members.values().forEach(member -> keys.addAll(keys(member)));
    }
    answer.items().forEach(item -> keys.addAll(keys(item)));
    return keys;
  }

  private static boolean isWithin(Instant time, Json question) {
    BigDecimal second = BigDecimal.valueOf(time.getEpochSecond());
    return question.get("EndTime").isNothing()
        || (second.compareTo(new BigDecimal(number(question.get("StartTime")))) >= 0
            && second.compareTo(new BigDecimal(number(question.get("EndTime")))) <= 0);
  }

  private static String number(Json value) {
    return value instanceof Json.Num(String literal) ? literal : "";
  }

  private static Json json(Item item) {
    Map<String, Json> event = new LinkedHashMap<>();
    event.put("EventId", new Json.Str(item.id()));
    event.put("EventTime", new Json.Num(String.valueOf(item.time().getEpochSecond())));
    if (!item.record().isNothing()) {
      event.put("CloudTrailEvent", item.record());
    }
    return new Json.Obj(event);
  }
}
