package rolecall.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/** From a document's object to its statements. Stateless. */
final class DocumentReader {
  private DocumentReader() {}

  static PolicyDocument read(Json.Obj root) throws Misread {
    Field written = new Field("", root).member("Statement");
    List<Statement> statements = new ArrayList<>();
    for (Field statement : written.items()) {
      statements.add(statement(statement));
    }
    return new PolicyDocument(statements);
  }

  private static Statement statement(Field statement) throws Misread {
    Effect effect = effect(statement.member("Effect"));
    Principals principals = PrincipalsReader.read(statement);
    Actions actions = actions(statement);
    for (String resources : List.of("Resource", "NotResource")) {
      Field field = statement.member(resources);
      if (field.isPresent()) {
        field.texts();
      }
    }
    return new Statement(
        effect, principals, actions, ConditionsReader.read(statement.member("Condition")));
  }

  private static Effect effect(Field effect) throws Misread {
    String text = effect.value().text().orElseThrow(() -> effect.not("a text"));
    for (Effect known : Effect.values()) {
      if (known.name().equalsIgnoreCase(text)) {
        return known;
      }
    }
    throw effect.broken("is \"%s\" and neither Allow nor Deny".formatted(ShortText.of(text)));
  }

  private static Actions actions(Field statement) throws Misread {
    Map.Entry<Boolean, Field> written = statement.either("Action", "NotAction");
    if (!written.getValue().isPresent()) {
      throw statement.broken("has neither Action nor NotAction");
    }
    return new Actions(written.getKey(), written.getValue().texts());
  }
}
