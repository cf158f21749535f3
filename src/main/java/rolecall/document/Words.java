package rolecall.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How statements read to people, each text one line and bounded. Stateless. */
final class Words {
  private static final int ENTRIES = 10;
  private static final int CONDITIONS = 4;
  private static final int VALUES = 3;

  private Words() {}

  /** Somebody admitted, and the conditions, which are the same for all of one statement. */
  private record Admitted(String who, String terms) {}

  /** The conditions of statements, each once. */
  static List<String> conditions(List<Statement> statements) {
    return entries(
        statements.stream()
            .flatMap(statement -> statement.conditions().stream())
            .map(Words::of)
            .distinct()
            .toList());
  }

  /** Whom statements admit and on what conditions, each once. */
  static List<String> admitted(List<Statement> statements) {
    List<Admitted> admitted =
        statements.stream().flatMap(statement -> admitted(statement).stream()).distinct().toList();
    List<String> first =
        admitted.stream().limit(ENTRIES).map(entry -> entry.who() + entry.terms()).toList();
    return withRest(first, admitted.size());
  }

  private static List<Admitted> admitted(Statement statement) {
    List<String> conditions = statement.conditions().stream().map(Words::of).toList();
    String terms = conditions.isEmpty() ? "" : ", if " + joined(CONDITIONS, conditions, " and ");
    Principals principals = statement.principals();
    List<String> named = principals.named().stream().map(Words::of).toList();
    String spared = named.isEmpty() ? "" : " but " + joined(VALUES, named, " and ");
    return principals.excluded()
        ? List.of(new Admitted("everyone" + spared, terms))
        : named.stream().map(name -> new Admitted(name, terms)).toList();
  }

  /** {@code StringEquals sts:ExternalId "partner-7"}. */
  private static String of(Condition condition) {
    String values =
        joined(
            VALUES,
            condition.values().stream().map(v -> "\"" + ShortText.of(v) + "\"").toList(),
            " or ");
    return "%s %s %s"
        .formatted(
            ShortText.of(condition.operator().written()), ShortText.of(condition.key()), values)
        .strip();
  }

  private static String of(Principal principal) {
    return switch (principal) {
      case Principal.Everyone _ -> "everyone";
      case Principal.Account(String id) -> "account " + id;
      case Principal.Identity(ArnPattern arn, String _) ->
          kind(arn) + " " + ShortText.of(arn.written());
      case Principal.Service service -> "the service " + ShortText.of(service.written());
      case Principal.Provider provider -> "provider " + ShortText.of(provider.written());
      case Principal.Opaque(String written) ->
          "principal %s, whose account is not known".formatted(ShortText.of(written));
    };
  }

  private static String kind(ArnPattern arn) {
    return switch (arn.resourceType()) {
      case "role" -> "role";
      case "user" -> "user";
      case "assumed-role" -> "session";
      case "federated-user" -> "federated user";
      default -> "principal";
    };
  }

  private static List<String> entries(List<String> texts) {
    return withRest(texts.stream().limit(ENTRIES).toList(), texts.size());
  }

  private static List<String> withRest(List<String> first, int all) {
    if (first.size() == all) {
      return first;
    }
    List<String> shown = new ArrayList<>(first);
    shown.add("and %d more".formatted(all - first.size()));
    return shown;
  }

  private static String joined(int count, List<String> texts, String by) {
    String first = texts.stream().limit(count).collect(Collectors.joining(by));
    return texts.size() <= count ? first : "%s%s%d more".formatted(first, by, texts.size() - count);
  }
}
