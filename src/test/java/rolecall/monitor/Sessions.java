package rolecall.monitor;

/** Records of who got which session, and of what was done with it, for tests. */
final class Sessions {
  /** Who may take the role Ops. */
  static final String DANA = user("dana");

  static final String EVE = user("eve");
  private static final String ACCOUNT = "111122223333";

  private Sessions() {}

  static String user(String name) {
    return """
    {"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/%1$s","principalId":"AIDAEXAMPLE%1$s",
     "accountId":"111122223333","userName":"%1$s","accessKeyId":"AKIAEXAMPLE%1$s"}
    """
        .formatted(name);
  }

  static String service(String name) {
    return "{\"type\":\"AWSService\",\"invokedBy\":\"" + name + "\"}";
  }

  /** A session of the role Ops that signs with that key. */
  static String ops(String sessionName, String key) {
    return session(ACCOUNT, "Ops", sessionName, key);
  }

  private static String session(String account, String role, String sessionName, String key) {
    return """
    {"type":"AssumedRole","arn":"arn:aws:sts::%1$s:assumed-role/%2$s/%3$s",
     "principalId":"AROAEXAMPLE%2$s:%3$s","accountId":"%1$s","accessKeyId":"%4$s",
     "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::%1$s:role/%2$s"}}}
    """
        .formatted(account, role, sessionName, key);
  }

  /** A taking of the role Ops, which gives out a key. */
  static Recorded taken(String id, String time, String who, String sessionName, String key) {
    return taken(id, time, who, "Ops", sessionName, key);
  }

  static Recorded taken(
      String id, String time, String who, String role, String sessionName, String key) {
    return Recorded.edit(id, time)
        .text("eventSource", "sts.amazonaws.com")
        .text("eventName", "AssumeRole")
        .with("userIdentity", who)
        .with("requestParameters", "{\"roleArn\":\"arn:aws:iam::111122223333:role/" + role + "\"}")
        .with(
            "responseElements",
            """
            {"credentials":{"accessKeyId":"%1$s"},"assumedRoleUser":{
             "assumedRoleId":"AROAEXAMPLE%2$s:%3$s",
             "arn":"arn:aws:sts::111122223333:assumed-role/%2$s/%3$s"}}
            """
                .formatted(key, role, sessionName));
  }

  /** An edit with that session, which breaks a rule. */
  static Recorded edit(String id, String time, String who) {
    return Recorded.edit(id, time).with("userIdentity", who).breaks("rule-a");
  }

  /** A switch at the console to the role Admin, by a session of the role Ops. */
  static Recorded switched(String id, String time, String sessionName) {
    return Recorded.edit(id, time)
        .text("eventSource", "signin.amazonaws.com")
        .text("eventName", "SwitchRole")
        .with("userIdentity", session(ACCOUNT, "Admin", sessionName, ""))
        .with(
            "additionalEventData",
            "{\"SwitchFrom\":\"arn:aws:sts::111122223333:assumed-role/Ops/" + sessionName + "\"}")
        .with("responseElements", "{\"SwitchRole\":\"Success\"}")
        .breaks("rule-a");
  }
}
