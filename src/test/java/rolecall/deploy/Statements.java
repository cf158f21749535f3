package rolecall.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rolecall.json.Json;

/** The statements of policies, and what in them may be one text or several. */
final class Statements {
  private Statements() {}

  static List<Json> of(Json document) {
    return document.get("Statement").items();
  }

  /** Of all inline policies of a role. */
  static List<Json> ofRole(Json role) {
    List<Json> all = new ArrayList<>();
    role.get("Policies").items().forEach(policy -> all.addAll(of(policy.get("PolicyDocument"))));
    return all;
  }

  static List<String> texts(Json oneOrSeveral) {
    return Stream.concat(Stream.of(oneOrSeveral), oneOrSeveral.items().stream())
        .flatMap(value -> value.text().stream())
        .toList();
  }

  /** One line: {@code Sid: actions on resources}. */
  static String line(Json statement) {
    return statement.get("Sid").text().orElse("-")
        + ": "
        + String.join(" ", texts(statement.get("Action")))
        + " on "
        + String.join(" ", texts(statement.get("Resource")));
  }
}
