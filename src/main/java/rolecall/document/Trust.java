package rolecall.document;

import java.util.List;

/**
 * Whom a role's trust admits. Statements that do not allow one of the {@code sts:AssumeRole}
 * actions do not count, nor does any Deny. Lists are sorted and hold nothing twice unless said
 * otherwise.
 *
 * @param anyone whether everybody gets in, or everybody whom a public identity provider signs in,
 *     and no condition ties it to an organisation, account, principal, source ARN or VPC
 * @param accounts accounts named: ids, root ARNs, users, roles, sessions, the accounts of identity
 *     providers, and for {@code *} the accounts that its conditions name
 * @param otherAccounts those of them that are not the role's own; all when that is not known
 * @param services service principals by their global names: {@code chime.amazonaws.com}
 * @param unguardedServices those of them that some statement admits without a condition on the
 *     source's account, ARN or organisation
 * @param providers identity providers as written: ARNs or hosts
 * @param conditions the conditions as people read them, {@code StringEquals sts:ExternalId
 *     "partner-7"}, in the document's order, cut when there are many
 * @param admits each one admitted, with the conditions on it, {@code account 444455556666, if …},
 *     in the document's order, cut when there are many
 */
public record Trust(
    boolean anyone,
    List<String> accounts,
    List<String> otherAccounts,
    List<String> services,
    List<String> unguardedServices,
    List<String> providers,
    List<String> conditions,
    List<String> admits) {
  public Trust {
    accounts = List.copyOf(accounts);
    otherAccounts = List.copyOf(otherAccounts);
    services = List.copyOf(services);
    unguardedServices = List.copyOf(unguardedServices);
    providers = List.copyOf(providers);
    conditions = List.copyOf(conditions);
    admits = List.copyOf(admits);
  }
}
