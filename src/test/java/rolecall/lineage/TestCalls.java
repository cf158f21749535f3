package rolecall.lineage;

import rolecall.json.Json;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/** Records of who got which key, made of the parts that matter to a chain. */
final class TestCalls {
  static final String DANA =
      """
      {"type": "IAMUser", "principalId": "AIDAEXAMPLE0000000001", "accountId": "111122223333",
       "arn": "arn:aws:iam::111122223333:user/dana", "userName": "dana",
       "accessKeyId": "AKIAEXAMPLE000000001"}
      """;

  private TestCalls() {}

  /** A session of a role; its unique id follows from the role's name. */
  static String session(String account, String role, String name, String key) {
    return """
    {"type": "AssumedRole", "principalId": "AROAEXAMPLE%2$s:%3$s", "accountId": "%1$s",
     "arn": "arn:aws:sts::%1$s:assumed-role/%2$s/%3$s", "accessKeyId": "%4$s",
     "sessionContext": {"sessionIssuer": {"type": "Role", "principalId": "AROAEXAMPLE%2$s",
       "arn": "arn:aws:iam::%1$s:role/%2$s", "accountId": "%1$s", "userName": "%2$s"},
       "attributes": {"creationDate": "2026-03-02T09:00:00Z", "mfaAuthenticated": "false"}}}
    """
        .formatted(account, role, name, key);
  }

  static String service(String name) {
    return "{\"type\": \"AWSService\", \"invokedBy\": \"%s\"}".formatted(name);
  }

  static String stranger(String account) {
    return """
    {"type": "AWSAccount", "principalId": "AIDAEXAMPLE0000000001", "accountId": "%s"}
    """
        .formatted(account);
  }

  /** Any call that gives out nothing. */
  static TrailRecord call(String id, String time, String account, String who) {
    return record(
        """
        {"eventID": "%s", "eventTime": "2026-03-02T%sZ", "eventSource": "iam.amazonaws.com",
         "eventName": "AttachRolePolicy", "awsRegion": "us-east-1", "recipientAccountId": "%s",
         "userIdentity": %s, "requestParameters": {"roleName": "ChimeAdmin"},
         "responseElements": null}
        """
            .formatted(id, time, account, who));
  }

  /** A call of STS that makes a key. */
  static TrailRecord issue(
      String name, String id, String time, String account, String who, String answer) {
    return record(
        """
        {"eventID": "%s", "eventTime": "2026-03-02T%sZ", "eventSource": "sts.amazonaws.com",
         "eventName": "%s", "awsRegion": "us-east-1", "recipientAccountId": "%s",
         "userIdentity": %s, "requestParameters": {}, "responseElements": %s}
        """
            .formatted(id, time, name, account, who, answer));
  }

  /** AssumeRole, as the account writes it down. */
  static TrailRecord assume(String id, String time, String account, String who, String answer) {
    return issue("AssumeRole", id, time, account, who, answer);
  }

  /** The key of a session, as STS answers. */
  static String key(String key, String account, String role, String name) {
    return """
    {"credentials": {"accessKeyId": "%1$s", "expiration": "Mar 2, 2026, 10:10:00 AM"},
     "assumedRoleUser": {"assumedRoleId": "AROAEXAMPLE%3$s:%4$s",
       "arn": "arn:aws:sts::%2$s:assumed-role/%3$s/%4$s"}}
    """
        .formatted(key, account, role, name);
  }

  static TrailRecord shared(TrailRecord record, String sharedEventId) {
    return TestRecords.with(record, "sharedEventID", sharedEventId);
  }

  static TrailRecord record(String text) {
    return new TrailRecord((Json.Obj) TestRecords.json(text));
  }
}
