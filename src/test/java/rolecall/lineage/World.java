package rolecall.lineage;

import static rolecall.lineage.TestCalls.assume;
import static rolecall.lineage.TestCalls.call;
import static rolecall.lineage.TestCalls.issue;
import static rolecall.lineage.TestCalls.key;
import static rolecall.lineage.TestCalls.record;
import static rolecall.lineage.TestCalls.service;
import static rolecall.lineage.TestCalls.session;
import static rolecall.lineage.TestCalls.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

/**
 * Thousands of sessions whose roots are known, and the records that CloudTrail would write of them:
 * some lost, some twice, some corrected, in no order. Sessions and roles have few names, so very
 * many are called alike. Every event id begins with its session's number.
 */
public final class World {
  private static final List<String> ACCOUNTS =
      List.of("111122223333", "444455556666", "123456789012");
  private static final List<String> ROLES = List.of("Admin", "Deploy", "ChimeAdmin");
  private static final List<String> NAMES = List.of("dana", "lee", "ci");

  private final Random random;
  private final int lostPercent;
  private final List<TrailRecord> records = new ArrayList<>();
  private final Map<TrailRecord, String> roots = new LinkedHashMap<>();
  private int keys;

  // Of the session that is being made:
  private String number = "";
  private int clock;
  private int events;

  /** Who holds a key now, and what a trace from there must answer. */
  private record Holder(String identity, String account, String root) {}

  public World(long seed, int sessions, int lostPercent) {
    this.random = new Random(seed);
    this.lostPercent = lostPercent;
    for (int i = 0; i < sessions; i++) {
      number = "s%05d-".formatted(i);
      clock = random.nextInt(60_000);
      events = 0;
      play();
    }
    Collections.shuffle(records, random);
  }

  public List<TrailRecord> records() {
    return records;
  }

  /** The last event of each session, and its root: {@code iam-user dana proven}. */
  public Map<TrailRecord, String> roots() {
    return roots;
  }

  private void play() {
    Holder holder = origin();
    for (int hops = random.nextInt(5); hops > 0; hops--) {
      holder = chained(holder);
    }
    TrailRecord last = call(id(), time(), holder.account(), holder.identity());
    records.add(last);
    roots.put(last, holder.root());
  }

  private Holder origin() {
    String account = any(ACCOUNTS);
    String user = "user" + random.nextInt(20);
    return switch (random.nextInt(9)) {
      case 0 -> new Holder(user(account, user, "AKIAEXAMPLE" + user), account, known(user));
      case 1 -> sessionToken(account, user);
      case 2 -> new Holder(root(account), account, "root root proven");
      case 3 -> federated(account, user);
      case 4 -> vouched(account, "AssumeRoleWithSAML", "SAMLUser", "saml", "saml-provider/corp");
      case 5 ->
          vouched(
              account, "AssumeRoleWithWebIdentity", "WebIdentityUser", "web-identity", "oidc/gh");
      case 6 ->
          vouched(account, "AssumeRoleWithSAML", "SAMLUser", "saml", "saml-provider/AWSSSO_1");
      case 7 -> byService(account);
      default -> rolesAnywhere(account);
    };
  }

  private Holder sessionToken(String account, String user) {
    String key = nextKey();
    TrailRecord got =
        issue(
            "GetSessionToken",
            id(),
            time(),
            account,
            user(account, user, "AKIAEXAMPLE" + user),
            "{\"credentials\": {\"accessKeyId\": \"" + key + "\"}}");
    boolean _ = write(got);
    return new Holder(user(account, user, key), account, known(user));
  }

  private Holder federated(String account, String user) {
    String key = nextKey();
    String name = any(NAMES);
    TrailRecord got =
        issue(
            "GetFederationToken",
            id(),
            time(),
            account,
            user(account, user, "AKIAEXAMPLE" + user),
            """
            {"credentials": {"accessKeyId": "%s"},
             "federatedUser": {"federatedUserId": "%s:%s"}}
            """
                .formatted(key, account, name));
    String certainty = write(got) ? "proven" : "stated";
    String identity =
        """
        {"type": "FederatedUser", "principalId": "%1$s:%2$s", "accountId": "%1$s",
         "arn": "arn:aws:sts::%1$s:federated-user/%2$s", "accessKeyId": "%3$s",
         "sessionContext": {"sessionIssuer": {"type": "IAMUser", "userName": "%4$s",
           "arn": "arn:aws:iam::%1$s:user/%4$s"}}}
        """
            .formatted(account, name, key, user);
    return new Holder(identity, account, "iam-user " + user + " " + certainty);
  }

  private Holder vouched(String account, String event, String type, String kind, String provider) {
    String subject = any(NAMES) + random.nextInt(50) + "@example.com";
    String identity =
        """
        {"type": "%s", "principalId": "%s:%s", "userName": "%3$s", "identityProvider": "%2$s"}
        """
            .formatted(type, "arn:aws:iam::" + account + ":" + provider, subject);
    String role = any(ROLES);
    String name = any(NAMES);
    String key = nextKey();
    boolean written =
        write(issue(event, id(), time(), account, identity, key(key, account, role, name)));
    return new Holder(
        session(account, role, name, key),
        account,
        written ? kind + " " + subject + " proven" : "unknown");
  }

  private Holder byService(String account) {
    String role = any(ROLES);
    String name = any(NAMES);
    String key = nextKey();
    String service = any(List.of("ec2.amazonaws.com", "lambda.amazonaws.com"));
    TrailRecord taken =
        shared(
            assume(id(), time(), account, service(service), key(key, account, role, name)),
            number + "shared");
    return new Holder(
        session(account, role, name, key),
        account,
        write(taken) ? "aws-service " + service + " proven" : "unknown");
  }

  /** STS makes the key for a service, which hands it to the holder of a certificate. */
  private Holder rolesAnywhere(String account) {
    String role = any(ROLES);
    String name = any(NAMES);
    String key = nextKey();
    String service = "rolesanywhere.amazonaws.com";
    String answer = key(key, account, role, name);
    boolean made = write(assume(id(), time(), account, service(service), answer));
    boolean handed =
        write(
            record(
                """
                {"eventID": "%s", "eventTime": "2026-03-02T%sZ", "eventName": "CreateSession",
                 "eventSource": "rolesanywhere.amazonaws.com", "recipientAccountId": "%s",
                 "userIdentity": {"type": "Unknown", "userName": "CN=%s"},
                 "responseElements": {"credentialSet": [%s]}}
                """
                    .formatted(id(), time(), account, number, answer)));
    String madeRoot = made ? "aws-service " + service + " proven" : "unknown";
    return new Holder(
        session(account, role, name, key),
        account,
        handed ? "certificate CN=" + number + " proven" : madeRoot);
  }

  private Holder chained(Holder from) {
    String account = any(ACCOUNTS);
    String role = any(ROLES);
    String name = any(NAMES);
    String key = nextKey();
    String answer = key(key, account, role, name);
    String identity = session(account, role, name, key);
    if (account.equals(from.account())) {
      boolean written = write(assume(id(), time(), account, from.identity(), answer));
      return new Holder(identity, account, written ? from.root() : "unknown");
    }
    boolean bare = random.nextInt(5) == 0;
    String join = id() + "-shared";
    boolean own =
        write(
            shared(
                assume(id(), time(), from.account(), from.identity(), bare ? "null" : answer),
                join));
    boolean called =
        write(
            shared(
                assume(id(), time(), account, TestCalls.stranger(from.account()), answer), join));
    if (own && (called || !bare)) {
      return new Holder(identity, account, from.root());
    }
    return new Holder(identity, account, called ? "elsewhere " + from.account() : "unknown");
  }

  /** Whether CloudTrail kept the record; if so, perhaps twice, or corrected. */
  private boolean write(TrailRecord record) {
    if (random.nextInt(100) < lostPercent) {
      return false;
    }
    records.add(record);
    if (random.nextInt(10) == 0) {
      records.add(record);
    }
    if (random.nextInt(20) == 0) {
      TrailRecord late = TestRecords.with(record, "eventID", id());
      late = TestRecords.with(late, "addendum.reason", "DELIVERY_DELAY");
      records.add(TestRecords.with(late, "addendum.originalEventID", record.eventId()));
    }
    return true;
  }

  private static String known(String user) {
    return "iam-user " + user + " proven";
  }

  private static String user(String account, String name, String key) {
    return """
    {"type": "IAMUser", "principalId": "AIDAEXAMPLE%2$s", "accountId": "%1$s",
     "arn": "arn:aws:iam::%1$s:user/%2$s", "userName": "%2$s", "accessKeyId": "%3$s"}
    """
        .formatted(account, name, key);
  }

  private static String root(String account) {
    return """
    {"type": "Root", "principalId": "%1$s", "accountId": "%1$s", "accessKeyId": "",
     "arn": "arn:aws:iam::%1$s:root"}
    """
        .formatted(account);
  }

  /** What a trace answered, in the words of {@link #roots}. */
  public static String told(Root root) {
    return switch (root) {
      case Root.Known(var who, var certainty, _) ->
          who.kind() + " " + who.name().orElse("?") + " " + certainty.word();
      case Root.Elsewhere(Optional<String> account, _, _) -> "elsewhere " + account.orElse("?");
      case Root.Unknown _ -> "unknown";
    };
  }

  private String id() {
    return number + events++;
  }

  private String time() {
    int now = clock++;
    return "%02d:%02d:%02d".formatted(now / 3600, now / 60 % 60, now % 60);
  }

  private String nextKey() {
    return "ASIAEXAMPLE%09d".formatted(keys++);
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
