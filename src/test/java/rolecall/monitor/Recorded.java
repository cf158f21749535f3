package rolecall.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A CloudTrail record for tests, which carries what {@link ScriptedJudge} says of it. Immutable.
 */
record Recorded(Map<String, String> members, String verdict, List<String> breaches) {
  static final String DANA =
      "{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/dana\","
          + "\"principalId\":\"AIDAEXAMPLEDANA\",\"accountId\":\"111122223333\","
          + "\"userName\":\"dana\"}";
  static final String ROLE = "arn:aws:iam::444455556666:role/chime/Admin";

  /** An edit by dana in account 111122223333, at that time of 2026-03-02. */
  static Recorded edit(String id, String time) {
    return new Recorded(Map.of(), "allowed", List.of())
        .text("eventID", id)
        .text("eventTime", "2026-03-02T" + time + "Z")
        .text("eventSource", "iam.amazonaws.com")
        .text("eventName", "PutRolePolicy")
        .text("awsRegion", "us-east-1")
        .text("recipientAccountId", "111122223333")
        .with("userIdentity", DANA)
        .with("requestParameters", "{\"roleName\":\"Admin\"}");
  }

  /** The caller's own copy of dana's assumption of a role of account 444455556666. */
  static Recorded callersCopy(String id, String time, String shared) {
    return edit(id, time)
        .text("eventSource", "sts.amazonaws.com")
        .text("eventName", "AssumeRole")
        .text("sharedEventID", shared)
        .with("requestParameters", "{\"roleArn\":\"" + ROLE + "\"}");
  }

  /** The copy of the account that holds the role, which names no more than the caller's account. */
  static Recorded rolesCopy(String id, String time, String shared) {
    return callersCopy(id, time, shared)
        .text("recipientAccountId", "444455556666")
        .with(
            "userIdentity",
            "{\"type\":\"AWSAccount\",\"principalId\":\"AIDAEXAMPLEDANA\","
                + "\"accountId\":\"111122223333\"}");
  }

  Recorded with(String name, String json) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(name, json);
    return new Recorded(more, verdict, breaches);
  }

  Recorded text(String name, String value) {
    return with(name, "\"" + value + "\"");
  }

  Recorded without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(members);
    fewer.remove(name);
    return new Recorded(fewer, verdict, breaches);
  }

  Recorded by(String arn) {
    return with("userIdentity", "{\"type\":\"IAMUser\",\"arn\":\"" + arn + "\"}");
  }

  Recorded says(String newVerdict) {
    return new Recorded(members, newVerdict, breaches);
  }

  Recorded breaks(String rule) {
    return breaks(rule, ROLE);
  }

  Recorded breaks(String rule, String target) {
    return breaking(rule, target, false, rule.startsWith("grave") ? 0 : 60);
  }

  /** Breaks a rule so gravely that there is no quiet window this time. */
  Recorded breaksGravely(String rule) {
    return breaking(rule, ROLE, false, 0);
  }

  /** Breaks a rule that the caller's own copy settles. */
  Recorded breaksUnlessSettled(String rule) {
    return breaking(rule, ROLE, true, rule.startsWith("grave") ? 0 : 60);
  }

  private Recorded breaking(String rule, String target, boolean settled, int minutes) {
    List<String> more = new ArrayList<>(breaches);
    more.add(
        "{\"rule\":\"%s\",\"target\":\"%s\",\"settled\":%s,\"minutes\":%d}"
            .formatted(rule, target, settled, minutes));
    return new Recorded(members, "broken", more);
  }

  String json() {
    return with(
            "says",
            "{\"verdict\":\"%s\",\"breaches\":[%s]}".formatted(verdict, String.join(",", breaches)))
        .members()
        .entrySet()
        .stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
