package rolecall.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People at work: through IAM Identity Center, and a few IAM users from older days. */
final class People {
  private static final String BROWSER =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/133.0.0.0 Safari/537.36";

  private People() {}

  /** Somebody gets credentials from the portal for the command line and looks at things. */
  static List<Happening> workOnTheCommandLine(Draw draw) {
    Actor person = draw.of(Cast.WORKFORCE);
    String set = permissionSet(person);
    List<Happening> done = new ArrayList<>();
    if (draw.percent(30)) {
      done.add(roleCredentials(person, set, draw));
      done.add(RolesTaken.throughSaml(person, set, draw.any(3600, 14400, 28800, 43200)));
    }
    look(person, 6 + draw.below(12), draw, done);
    return done;
  }

  /** Somebody signs in to the console through the portal and clicks around. */
  static List<Happening> workInTheConsole(Draw draw) {
    Actor person = draw.of(Cast.WORKFORCE);
    String set = permissionSet(person);
    List<Happening> done = new ArrayList<>();
    if (draw.percent(30)) {
      done.add(RolesTaken.throughSaml(person, set, draw.any(3600, 28800)));
      done.add(
          signIn(new Actor(person.identity(), person.address(), BROWSER, false), "Success", "No"));
    }
    look(person.atConsole(), 10 + draw.below(20), draw, done);
    return done;
  }

  /** IAM users sign in with a second factor; somebody mistypes a password. */
  static List<Happening> signInAsUser(Draw draw) {
    Actor user = draw.any(Cast.HANA, Cast.IVO);
    String name = (String) user.identity().get("userName");
    if (draw.percent(25)) {
      return List.of(mistyped(user, draw), mistyped(user, draw));
    }
    List<Happening> done = new ArrayList<>();
    done.add(
        new Calls(
            new Actor(Map.copyOf(withoutKey(user)), user.address(), BROWSER, false),
            Call.write("signin", "CheckMfa")
                .answered("CheckMfa", "Success")
                .with("eventType", "AwsConsoleSignIn")
                .with("additionalEventData", Shape.of("MfaType", "Virtual MFA"))));
    done.add(signIn(new Actor(withoutKey(user), user.address(), BROWSER, false), "Success", "Yes"));
    look(Actors.consoleUser(name, user.address()), 8, draw, done);
    if (draw.percent(30)) {
      done.addAll(switchTo("operations-read", user));
    }
    return done;
  }

  /** IAM users on the command line: a session token or a role, both with a second factor. */
  static List<Happening> workAsUser(Draw draw) {
    Actor user = draw.any(Cast.HANA, Cast.IVO);
    String serial = "arn:aws:iam::111122223333:mfa/" + user.identity().get("userName");
    List<Happening> done = new ArrayList<>();
    if (draw.percent(40)) {
      done.add(RolesTaken.sessionToken(user, serial));
    } else {
      done.add(
          RolesTaken.assumed(
              user,
              Actors.roleArn("/ops/", "operations-read"),
              "botocore-session-1772530000",
              "serialNumber",
              serial,
              "durationSeconds",
              3600));
    }
    look(user, 5, draw, done);
    return done;
  }

  /** An appliance in the machine room with a key of its own. */
  static List<Happening> backUp(Draw draw) {
    List<Happening> done = new ArrayList<>();
    look(Cast.BACKUP, 4, draw, done);
    return done;
  }

  static Happening signIn(Actor person, String answer, String secondFactor) {
    return new Calls(
        person,
        Call.write("signin", "ConsoleLogin")
            .answered("ConsoleLogin", answer)
            .with("eventType", "AwsConsoleSignIn")
            .with(
                "additionalEventData",
                Shape.of(
                    "LoginTo", "https://console.aws.amazon.com/console/home",
                    "MobileVersion", "No",
                    "MFAUsed", secondFactor)));
  }

  /** A call of the portal's own, in the account where Identity Center lives. */
  static Happening roleCredentials(Actor person, String set, Draw draw) {
    Actor user =
        new Actor(
            Shape.of(
                "type",
                "IdentityCenterUser",
                "accountId",
                Actors.ACCOUNT,
                "onBehalfOf",
                Shape.of(
                    "userId", "00000000-0000-4000-8000-0000000000b1",
                    "identityStoreArn",
                        "arn:aws:identitystore::111122223333:identitystore/d-0000000000"),
                "credentialId",
                draw.uuid()),
            person.address(),
            person.agent(),
            false);
    return new Calls(
        user,
        Call.read("sso", "GetRoleCredentials")
            .with("eventType", "AwsServiceEvent")
            .with("serviceEventDetails", Shape.of("role_name", set, "account_id", Actors.ACCOUNT)));
  }

  private static List<Happening> switchTo(String role, Actor user) {
    Actor switched =
        Actors.session(
            "/ops/", role, (String) user.identity().get("userName"), user.address(), BROWSER);
    return List.of(
        RolesTaken.assumed(
            new Actor(user.identity(), user.address(), "AWS Internal", true),
            Actors.roleArn("/ops/", role),
            (String) user.identity().get("userName")),
        new Calls(
            switched,
            Call.write("signin", "SwitchRole")
                .answered("SwitchRole", "Success")
                .with("eventType", "AwsConsoleSignIn")
                .with(
                    "additionalEventData",
                    Shape.of(
                        "SwitchFrom",
                        user.arn(),
                        "RedirectTo",
                        "https://console.aws.amazon.com/console/home"))));
  }

  private static Happening mistyped(Actor user, Draw draw) {
    boolean unknown = draw.percent(20);
    Map<String, Object> identity =
        Shape.of(
            "type",
            "IAMUser",
            "principalId",
            user.identity().get("principalId"),
            "accountId",
            Actors.ACCOUNT,
            "accessKeyId",
            "",
            "userName",
            unknown ? "HIDDEN_DUE_TO_SECURITY_REASONS" : user.identity().get("userName"));
    return new Calls(
        new Actor(identity, user.address(), BROWSER, false),
        Call.write("signin", "ConsoleLogin")
            .answered("ConsoleLogin", "Failure")
            .with(
                "errorMessage",
                unknown ? "No username found in supplied account" : "Failed authentication")
            .with("eventType", "AwsConsoleSignIn")
            .with(
                "additionalEventData",
                Shape.of(
                    "LoginTo", "https://console.aws.amazon.com/console/home",
                    "MobileVersion", "No",
                    "MFAUsed", "No")));
  }

  private static void look(Actor person, int times, Draw draw, List<Happening> done) {
    for (int i = 0; i < times; i++) {
      done.add(new Calls(person, draw.percent(25) ? Reads.iam(draw) : Reads.inventory(draw)));
    }
  }

  private static Map<String, Object> withoutKey(Actor user) {
    Map<String, Object> identity = Shape.of();
    identity.putAll(user.identity());
    identity.put("accessKeyId", "");
    return identity;
  }

  /** {@code AWSReservedSSO_ReadOnly_<16 hex>} belongs to the set ReadOnly. */
  static String permissionSet(Actor person) {
    return person.arn().split("_", -1)[1];
  }
}
