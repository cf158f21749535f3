package rolecall.day;

import java.util.Map;

/** Makes the kinds of callers that CloudTrail knows, in account 111122223333. */
final class Actors {
  static final String ACCOUNT = "111122223333";

  private Actors() {}

  /** An AWS service on its own account. */
  static Actor service(String principal) {
    return new Actor(
        Shape.of("type", "AWSService", "invokedBy", principal), principal, principal, false);
  }

  /** A service in a service event: no type at all. */
  static Actor serviceEvent(String principal) {
    return new Actor(
        Shape.of("accountId", ACCOUNT, "invokedBy", principal), principal, principal, false);
  }

  /** A session of a role, by the role's path and name. */
  static Actor session(String path, String role, String session, String address, String agent) {
    return new Actor(identity(path, role, session, "false"), address, agent, false);
  }

  /** A session that an instance profile gave a machine. */
  static Actor instance(String role, int number) {
    Map<String, Object> identity =
        identity("/", role, "i-0%016x".formatted(number * 0x9e3779b97f4a7c15L), "false");
    sessionContext(identity).put("ec2RoleDelivery", "2.0");
    return new Actor(
        identity,
        "192.0.2." + (10 + number % 200),
        "aws-sdk-go-v2/1.32.7 ua/2.1 os/linux lang/go#1.23.4 md/GOOS#linux md/GOARCH#amd64",
        false);
  }

  /** A session of a Lambda function's role: the session is named after the function. */
  static Actor function(String role, String function) {
    return new Actor(
        identity("/", role, function, "false"),
        "203.0.113." + (20 + Math.floorMod(function.hashCode(), 200)),
        "Boto3/1.36.3 md/Botocore#1.36.3 ua/2.0 os/linux#5.10.238 lang/python#3.13"
            + " exec-env/AWS_Lambda_python3.13",
        false);
  }

  /** A service's session of the role that is linked to it: no access key is recorded. */
  static Actor linked(String principal, String role, String session) {
    Map<String, Object> identity =
        identity("/aws-service-role/" + principal + "/", role, session, "false");
    identity.remove("accessKeyId");
    identity.put("invokedBy", principal);
    return new Actor(identity, principal, principal, false);
  }

  /** A person's session through IAM Identity Center. */
  static Actor workforce(String permissionSet, String person, int number) {
    String role = reservedRole(permissionSet);
    return new Actor(
        identity("/aws-reserved/sso.amazonaws.com/eu-west-1/", role, person, "false"),
        "198.51.100." + (20 + number),
        "aws-cli/2.22.35 md/awscrt#0.23.4 ua/2.0 os/macos#24.2.0 md/arch#arm64 lang/python#3.12.6",
        false);
  }

  static String reservedRole(String permissionSet) {
    return "AWSReservedSSO_%s_%016x"
        .formatted(permissionSet, permissionSet.hashCode() & 0xffffffffL);
  }

  /** An IAM user with an access key of their own. */
  static Actor user(String name, String address, String agent) {
    return new Actor(
        Shape.of(
            "type",
            "IAMUser",
            "principalId",
            "AIDAEXAMPLE" + digits(name),
            "arn",
            "arn:aws:iam::" + ACCOUNT + ":user/" + name,
            "accountId",
            ACCOUNT,
            "accessKeyId",
            "AKIAEXAMPLE" + digits(name),
            "userName",
            name),
        address,
        agent,
        false);
  }

  /** An IAM user at the console, signed in with a second factor. */
  static Actor consoleUser(String name, String address) {
    Map<String, Object> identity = Shape.of();
    identity.putAll(user(name, address, "").identity());
    identity.put("accessKeyId", "ASIAEXAMPLE" + digits(name));
    identity.put("sessionContext", Shape.of("attributes", "true"));
    return new Actor(identity, address, "AWS Internal", true);
  }

  /** Another account, as the called account's copy names it. */
  static Actor account(String account, String principalId, String address, String agent) {
    return new Actor(
        Shape.of("type", "AWSAccount", "principalId", principalId, "accountId", account),
        address,
        agent,
        false);
  }

  static String roleArn(String path, String role) {
    return "arn:aws:iam::" + ACCOUNT + ":role" + path + role;
  }

  /** Nine digits for the rest of an invented id, always the same for one text. */
  static String digits(String text) {
    return "%09d".formatted(Math.floorMod(text.hashCode(), 1_000_000_000));
  }

  private static Map<String, Object> identity(
      String path, String role, String session, String secondFactor) {
    String id = "AROAEXAMPLE" + digits(role);
    return Shape.of(
        "type",
        "AssumedRole",
        "principalId",
        id + ":" + session,
        "arn",
        "arn:aws:sts::" + ACCOUNT + ":assumed-role/" + role + "/" + session,
        "accountId",
        ACCOUNT,
        "accessKeyId",
        "ASIAEXAMPLE" + digits(role + session),
        "sessionContext",
        Shape.of(
            "sessionIssuer",
                Shape.of(
                    "type", "Role",
                    "principalId", id,
                    "arn", roleArn(path, role),
                    "accountId", ACCOUNT,
                    "userName", role),
            "webIdFederationData", Shape.of(),
            "attributes", secondFactor));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> sessionContext(Map<String, Object> identity) {
    return (Map<String, Object>) identity.get("sessionContext");
  }
}
