package rolecall.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a role's trust document means. Stateless. */
public final class TrustMeaning {
  private static final List<String> TAKING =
      List.of("sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity");

  private TrustMeaning() {}

  /**
   * @param ownAccount the role's account, where it is known
   * @param publicProviders identity providers that need a condition of their own
   */
  public static Trust of(
      PolicyDocument document, Optional<String> ownAccount, PublicProviders publicProviders) {
    List<Statement> admitting =
        document.statements().stream().filter(TrustMeaning::admits).toList();
    List<String> accounts =
        admitting.stream().flatMap(TrustMeaning::accounts).distinct().sorted().toList();
    AdmittedServices services = AdmittedServices.of(admitting);
    return new Trust(
        admitting.stream().anyMatch(statement -> isForAnyone(statement, publicProviders)),
        accounts,
        accounts.stream().filter(account -> !ownAccount.equals(Optional.of(account))).toList(),
        services.all(),
        services.unguarded(),
        providers(admitting),
        Words.conditions(admitting),
        Words.admitted(admitting));
  }

  private static boolean admits(Statement statement) {
    return statement.allows() && TAKING.stream().anyMatch(statement.actions()::cover);
  }

  private static boolean isForAnyone(Statement statement, PublicProviders publicProviders) {
    boolean open =
        statement.principals().isEveryone()
            || statement.principals().included(Principal.Provider.class).stream()
                .anyMatch(provider -> publicProviders.isOpen(provider, statement.conditions()));
    return open && !Scope.narrows(statement.conditions());
  }

  private static Stream<String> accounts(Statement statement) {
    Principals principals = statement.principals();
    Stream<String> byCondition =
        principals.isEveryone() ? Scope.accounts(statement.conditions()) : Stream.empty();
    Stream<String> byName =
        principals.included(Principal.class).stream().flatMap(TrustMeaning::account);
    return Stream.concat(byName, byCondition);
  }

  private static Stream<String> account(Principal principal) {
    return switch (principal) {
      case Principal.Account(String id) -> Stream.of(id);
      case Principal.Identity(ArnPattern _, String account) -> Stream.of(account);
      case Principal.Provider(String _, Optional<String> account) -> account.stream();
      case Principal.Everyone _, Principal.Service _, Principal.Opaque _ -> Stream.empty();
    };
  }

  private static List<String> providers(List<Statement> admitting) {
    return admitting.stream()
        .flatMap(statement -> statement.principals().included(Principal.Provider.class).stream())
        .map(Principal.Provider::written)
        .distinct()
        .sorted()
        .toList();
  }
}
