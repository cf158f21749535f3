package rolecall.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
  }

  private final int page;
  private final Map<String, List<Item>> regions = new HashMap<>();
  private final Map<String, Answer> refusals = new HashMap<>();

  public RecentEvents(int page) {
    this.page = page;
  }

  public RecentEvents put(String region, Item... items) {
    regions.computeIfAbsent(region, _ -> new ArrayList<>()).addAll(List.of(items));
    return this;
  }

  /** That Region answers so, whatever it is asked. */
  public RecentEvents refuse(String region, Answer answer) {
    refusals.put(region, answer);
    return this;
  }

  /** That Region answers again. */
  public RecentEvents allow(String region) {
    refusals.remove(region);
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
    String region = asked.signedIn().orElseThrow();
    return refusals.containsKey(region)
        ? refusals.get(region)
        : page(regions.getOrDefault(region, List.of()), question(asked));
  }

  /** The question as JSON. */
  public static Json question(Asked asked) {
    try {
      return JsonReader.read(asked.text());
    } catch (UnreadableJson broken) {
      throw new AssertionError(asked.text(), broken);
    }
  }

  private Answer page(List<Item> items, Json question) {
    String window = number(question.get("StartTime")) + "/" + number(question.get("EndTime"));
    int from = 0;
    if (question.get("NextToken").isPresent()) {
      String[] token = question.get("NextToken").text().orElseThrow().split("@");
      if (!token[1].equals(window)) {
        return tokenGone();
      }
      from = Integer.parseInt(token[0]);
    }
    Predicate<Item> within = within(question);
    List<Item> asked =
        items.stream().filter(within).sorted(Comparator.comparing(Item::time).reversed()).toList();
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

  private static Predicate<Item> within(Json question) {
    if (question.get("EndTime").isNothing()) {
      return _ -> true;
    }
    double first = Double.parseDouble(number(question.get("StartTime")));
    double last = Double.parseDouble(number(question.get("EndTime")));
    return item -> item.time().getEpochSecond() >= first && item.time().getEpochSecond() <= last;
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
