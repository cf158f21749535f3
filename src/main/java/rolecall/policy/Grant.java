package rolecall.policy;

import java.util.List;
import rolecall.record.Facts;

/**
 * Stated intent: who may take which roles, on what terms.
 *
 * @param name what findings call it
 */
record Grant(String name, RolePatterns roles, Principals principals, List<Term> terms) {
  Grant {
    terms = List.copyOf(terms);
  }

  /** Whether the grant is about this caller taking this role, terms aside. */
  boolean matches(Facts facts) {
    return roles.include(facts) && principals.include(facts);
  }

  /** What it says of this caller taking this role. */
  Explanation.OfGrant consider(Facts facts) {
    boolean role = roles.include(facts);
    boolean caller = principals.include(facts);
    return new Explanation.OfGrant(
        name,
        role,
        caller,
        role && caller ? terms.stream().map(term -> term.weigh(facts)).toList() : List.of());
  }

  /** Every term that is broken, in words. */
  List<String> breaches(Facts facts) {
    return terms.stream().flatMap(term -> term.breach(facts).stream()).toList();
  }

  /** Whether a role session may be the one that takes the role. */
  boolean permitsChain(Facts facts) {
    return terms.stream().noneMatch(t -> t instanceof Term.MaxChain && t.breach(facts).isPresent());
  }
}
