package rolecall.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolecall.json.Json;

/** Makes a CloudTrail record smaller and says in it what is left out. Stateless. */
final class ShortRecord {
  /** What tells the record from others and who made the call; the most telling first. */
  private static final List<String> IDENTIFYING =
      List.of(
          "eventID",
          "eventTime",
          "eventSource",
          "eventName",
          "eventType",
          "awsRegion",
          "recipientAccountId",
          "sharedEventID",
          "requestID",
          "sourceIPAddress",
          "errorCode",
          "userIdentity",
          "errorMessage",
          "eventVersion");

  private static final Set<String> OF_IDENTITY =
      Set.of(
          "type",
          "principalId",
          "arn",
          "accountId",
          "accessKeyId",
          "userName",
          "invokedBy",
          "identityProvider");

  private static final int LONGEST_TEXT = 512;

  /** A member that is no larger is worth its place. */
  private static final int SMALL = 200;

  private ShortRecord() {}

  /**
   * Large members, the largest first, become notes until the record has {@code most} characters.
   */
  static Json.Obj withoutLargeMembers(Json.Obj rec, int most) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    rec.members().forEach((name, value) -> sizes.put(name, JsonText.text(value).length()));
    int size = sizes.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Json> kept = new LinkedHashMap<>(rec.members());
    List<Map.Entry<String, Integer>> large =
        sizes.entrySet().stream()
            .filter(member -> member.getValue() > SMALL && !IDENTIFYING.contains(member.getKey()))
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList();
    for (Map.Entry<String, Integer> member : large) {
      if (size <= most) {
        break;
      }
      kept.put(member.getKey(), note(member.getValue()));
      size -= member.getValue();
    }
    return new Json.Obj(kept);
  }

  /** What identifies the record alone, its texts cut, as far as {@code most} characters reach. */
  static Json.Obj identity(Json.Obj rec, int most) {
    Map<String, Json> kept = new LinkedHashMap<>();
    int left = most;
    for (String name : IDENTIFYING) {
      Json value = rec.get(name);
      Json small = name.equals("userIdentity") ? identityOf(value) : cut(value);
      int size = JsonText.text(small).length();
      if (value.isPresent() && size <= left) {
        kept.put(name, small);
        left -= size;
      }
    }
    kept.put("shortened", note(JsonText.text(rec).length()));
    return new Json.Obj(kept);
  }

  private static Json identityOf(Json identity) {
    if (!(identity instanceof Json.Obj(Map<String, Json> members))) {
      return cut(identity);
    }
    Map<String, Json> kept = new LinkedHashMap<>();
    members.forEach((name, value) -> {
      if (OF_IDENTITY.contains(name)) {
        kept.put(name, cut(value));
      }
    });
    return new Json.Obj(kept);
  }

  private static Json cut(Json value) {
    return switch (value) {
      case Json.Str(String text) when text.length() > LONGEST_TEXT ->
          new Json.Str(text.substring(0, LONGEST_TEXT) + " ... (cut)");
      case Json.Obj _, Json.Arr _ -> note(JsonText.text(value).length());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ -> value;
    };
  }

  private static Json note(int size) {
    return new Json.Str("left out by Rolecall: " + size + " characters of JSON");
  }
}
