package rolecall.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.document.PublicProviders;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Real-shaped CloudTrail records by name, with invented identities, and ways to vary them. The
 * files stand under {@code src/test/resources/records/}.
 *
 * <p>In an overlay {@code null} writes a {@code null}, as CloudTrail does for the parameters of a
 * refused call. To take a member away, use {@link #without}.
 */
public final class TestRecords {
  public static final TrailRecord ASSUME_ROLE = load("assume-role");
  public static final TrailRecord ASSUME_ROLE_BY_SESSION = load("assume-role-by-session");
  public static final TrailRecord ASSUME_ROLE_BY_ROOT = load("assume-role-by-root");
  public static final TrailRecord ASSUME_ROLE_REFUSED = load("assume-role-refused");
  public static final TrailRecord CROSS_ACCOUNT_SOURCE = load("cross-account-source");
  public static final TrailRecord CROSS_ACCOUNT_TARGET = load("cross-account-target");
  public static final TrailRecord ASSUME_ROLE_BY_SERVICE = load("assume-role-by-service");
  public static final TrailRecord ASSUME_ROLE_WITH_SAML = load("assume-role-with-saml");
  public static final TrailRecord ASSUME_ROLE_WITH_SAML_SSO = load("assume-role-with-saml-sso");
  public static final TrailRecord ASSUME_ROLE_WITH_GITHUB = load("assume-role-with-github");
  public static final TrailRecord ASSUME_ROLE_WITH_COGNITO = load("assume-role-with-cognito");
  public static final TrailRecord ASSUME_ROOT = load("assume-root");
  public static final TrailRecord ROOT_TASK_CALL = load("root-task-call");
  public static final TrailRecord GET_FEDERATION_TOKEN = load("get-federation-token");
  public static final TrailRecord GET_SESSION_TOKEN = load("get-session-token");
  public static final TrailRecord FEDERATED_USER_CALL = load("federated-user-call");
  public static final TrailRecord CONSOLE_LOGIN = load("console-login");
  public static final TrailRecord CONSOLE_LOGIN_FAILED = load("console-login-failed");
  public static final TrailRecord SWITCH_ROLE = load("switch-role");
  public static final TrailRecord SSO_GET_ROLE_CREDENTIALS = load("sso-get-role-credentials");
  public static final TrailRecord SSO_FEDERATE_OLD = load("sso-federate-old");
  public static final TrailRecord ROLES_ANYWHERE_CREATE_SESSION =
      load("roles-anywhere-create-session");
  public static final TrailRecord EKS_POD_IDENTITY = load("eks-pod-identity");
  public static final TrailRecord GET_DELEGATED_ACCESS_TOKEN = load("get-delegated-access-token");
  public static final TrailRecord CREATE_OAUTH2_TOKEN = load("create-oauth2-token");
  public static final TrailRecord GET_WEB_IDENTITY_TOKEN = load("get-web-identity-token");
  public static final TrailRecord SLR_EDIT_REFUSED = load("slr-edit-refused");
  public static final TrailRecord SLR_EDIT_DENIED = load("slr-edit-denied");
  public static final TrailRecord CREATE_ROLE_DENIED = load("create-role-denied");
  public static final TrailRecord CREATE_ROLE = load("create-role");
  public static final TrailRecord CREATE_SERVICE_LINKED_ROLE = load("create-service-linked-role");
  public static final TrailRecord DELETE_SERVICE_LINKED_ROLE = load("delete-service-linked-role");
  public static final TrailRecord ADD_ROLE_TO_INSTANCE_PROFILE =
      load("add-role-to-instance-profile");
  public static final TrailRecord REQUEST_OMITTED = load("request-omitted");
  public static final TrailRecord SERVICE_EVENT = load("service-event");
  public static final TrailRecord SSO_SESSION_CALL = load("sso-session-call");
  public static final TrailRecord SERVICE_LINKED_SESSION_CALL = load("service-linked-session-call");
  public static final TrailRecord MEETING_CREATED = load("meeting-created");

  private TestRecords() {}

  /** Every record by the name of its file. */
  public static Map<String, TrailRecord> all() {
    Map<String, TrailRecord> all = new LinkedHashMap<>();
    NAMES.forEach(name -> all.put(name, load(name)));
    return all;
  }

  private static final List<String> NAMES =
      List.of(
          "assume-role",
          "assume-role-by-session",
          "assume-role-by-root",
          "assume-role-refused",
          "cross-account-source",
          "cross-account-target",
          "assume-role-by-service",
          "assume-role-with-saml",
          "assume-role-with-saml-sso",
          "assume-role-with-github",
          "assume-role-with-cognito",
          "assume-root",
          "root-task-call",
          "get-federation-token",
          "get-session-token",
          "federated-user-call",
          "console-login",
          "console-login-failed",
          "switch-role",
          "sso-get-role-credentials",
          "sso-federate-old",
          "roles-anywhere-create-session",
          "eks-pod-identity",
          "get-delegated-access-token",
          "create-oauth2-token",
          "get-web-identity-token",
          "slr-edit-refused",
          "slr-edit-denied",
          "create-role-denied",
          "create-role",
          "create-service-linked-role",
          "delete-service-linked-role",
          "add-role-to-instance-profile",
          "request-omitted",
          "service-event",
          "sso-session-call",
          "service-linked-session-call",
          "meeting-created",
          "disable-rule-denied",
          "put-event-selectors");

  /** The record in {@code src/test/resources/records/NAME.json}. */
  public static TrailRecord load(String name) {
    try (InputStream in = TestRecords.class.getResourceAsStream("/records/" + name + ".json")) {
      byte[] bytes = in.readAllBytes();
      return new TrailRecord((Json.Obj) JsonReader.read(bytes, 0, bytes.length));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (UnreadableJson unreadable) {
      throw new IllegalArgumentException(name, unreadable);
    }
  }

  /**
   * The record with a JSON object laid over it: objects are merged member by member, everything
   * else, {@code null} and arrays included, replaces what stood there.
   */
  public static TrailRecord overlay(TrailRecord base, String json) {
    return new TrailRecord((Json.Obj) merge(base.tree(), json(json)));
  }

  /**
   * The record with one member set, objects on the way made where they are missing.
   *
   * @param path dotted: {@code userIdentity.arn}
   * @param value a text, a whole number, a truth, a {@link Json}, or null
   */
  public static TrailRecord with(TrailRecord base, String path, Object value) {
    return new TrailRecord((Json.Obj) put(base.tree(), List.of(path.split("\\.")), of(value)));
  }

  /** The record without the members at those dotted paths. */
  public static TrailRecord without(TrailRecord base, String... paths) {
    Json tree = base.tree();
    for (String path : paths) {
      tree = cut(tree, List.of(path.split("\\.")));
    }
    return new TrailRecord((Json.Obj) tree);
  }

  /** A value written as JSON. */
  public static Json json(String text) {
    try {
      return JsonReader.read(text);
    } catch (UnreadableJson unreadable) {
      throw new IllegalArgumentException(text, unreadable);
    }
  }

  /** Knows no role by name but Chime's voice connector role, and watches {@code *chime*}. */
  public static Known knownRoles() {
    return new Known() {
      @Override
      public PublicProviders publicProviders() {
        return PublicProviders.of(List.of());
      }

      @Override
      public boolean watched(String roleName) {
        return roleName.toLowerCase(java.util.Locale.ROOT).contains("chime");
      }

      @Override
      public boolean chimeLinked(String roleName) {
        return roleName.equalsIgnoreCase("AWSServiceRoleForAmazonChimeVoiceConnector");
      }
    };
  }

  /** The facts of a record, to a policy of {@link #knownRoles()}. */
  public static Facts facts(TrailRecord record) {
    return Facts.of(record, knownRoles());
  }

  /** The fact or field at a dotted path as compact JSON; {@code null} too where there is none. */
  public static String told(Facts facts, String path) {
    return CompactJson.write(facts.value(path));
  }

  private static Json of(Object value) {
    return switch (value) {
      case null -> new Json.Null();
      case Json json -> json;
      case String text -> new Json.Str(text);
      case Boolean truth -> new Json.Bool(truth);
      case Number number -> new Json.Num(number.toString());
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    };
  }

  private static Json merge(Json base, Json over) {
    if (!(base instanceof Json.Obj(Map<String, Json> below))
        || !(over instanceof Json.Obj(Map<String, Json> above))) {
      return over;
    }
    Map<String, Json> merged = new LinkedHashMap<>(below);
    above.forEach(
        (name, value) -> merged.merge(name, value, (before, after) -> merge(before, after)));
    return new Json.Obj(merged);
  }

  private static Json put(Json tree, List<String> path, Json value) {
    if (path.isEmpty()) {
      return value;
    }
    Map<String, Json> members =
        tree instanceof Json.Obj(Map<String, Json> before)
            ? new LinkedHashMap<>(before)
            : new LinkedHashMap<>();
    String name = path.getFirst();
    members.put(name, put(tree.get(name), path.subList(1, path.size()), value));
    return new Json.Obj(members);
  }

  private static Json cut(Json tree, List<String> path) {
    if (!(tree instanceof Json.Obj(Map<String, Json> members))) {
      return tree;
    }
    Map<String, Json> rest = new LinkedHashMap<>(members);
    if (path.size() == 1) {
      rest.remove(path.getFirst());
    } else {
      rest.computeIfPresent(
          path.getFirst(), (_, below) -> cut(below, path.subList(1, path.size())));
    }
    return new Json.Obj(rest);
  }
}
