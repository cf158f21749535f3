package rolecall.document;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The services that statements admit, and those that some statement admits for whomever they act.
 */
record AdmittedServices(List<String> all, List<String> unguarded) {
  AdmittedServices {
    all = List.copyOf(all);
    unguarded = List.copyOf(unguarded);
  }

  /** Of statements that allow. */
  static AdmittedServices of(List<Statement> allowing) {
    return new AdmittedServices(
        names(allowing, _ -> true),
        names(allowing, statement -> !Scope.guardsSource(statement.conditions())));
  }

  private static List<String> names(List<Statement> allowing, Predicate<Statement> which) {
    return allowing.stream()
        .filter(which)
        .flatMap(AdmittedServices::names)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> names(Statement statement) {
    Principals principals = statement.principals();
    Stream<String> byCondition =
        principals.isEveryone() ? Scope.services(statement.conditions()) : Stream.empty();
    return Stream.concat(
        principals.included(Principal.Service.class).stream().map(Principal.Service::name),
        byCondition);
  }
}
