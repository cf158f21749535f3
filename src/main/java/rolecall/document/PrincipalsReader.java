package rolecall.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rolecall.json.Json;

/** Reads {@code Principal} and {@code NotPrincipal} of a statement. Stateless. */
final class PrincipalsReader {
  private PrincipalsReader() {}

  static Principals read(Field statement) throws Misread {
    Map.Entry<Boolean, Field> written = statement.either("Principal", "NotPrincipal");
    return written.getValue().isPresent()
        ? new Principals(written.getKey(), named(written.getValue()))
        : Principals.NOBODY;
  }

  private static List<Principal> named(Field field) throws Misread {
    return switch (field.value()) {
      case Json.Obj _ -> ofMap(field);
      case Json.Str _, Json.Arr _ -> ofTexts(PrincipalKind.AWS, field);
      case Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ ->
          throw field.not("a text, a list or an object");
    };
  }

  private static List<Principal> ofMap(Field field) throws Misread {
    List<Principal> principals = new ArrayList<>();
    for (Map.Entry<String, Field> entry : field.members().entrySet()) {
      principals.addAll(ofTexts(kind(entry.getKey(), entry.getValue()), entry.getValue()));
    }
    return principals;
  }

  private static List<Principal> ofTexts(PrincipalKind kind, Field field) throws Misread {
    return field.texts().stream().map(kind::read).toList();
  }

  private static PrincipalKind kind(String name, Field field) throws Misread {
    for (PrincipalKind kind : PrincipalKind.values()) {
      if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw field.broken(
        "is no kind of principal; AWS knows AWS, Service, Federated and CanonicalUser");
  }
}
