package rolecall.document;

import java.util.Optional;

/** The kinds of entries that a {@code Principal} object may have. */
enum PrincipalKind {
  AWS {
    @Override
    Principal of(String text) {
      if (ServiceName.isOne(text)) {
        return SERVICE.of(text);
      }
      Optional<Principal> account = AccountId.of(text).map(Principal.Account::new);
      return account
          .or(() -> ArnPattern.parse(text).flatMap(PrincipalKind::ofArn))
          .orElseGet(() -> new Principal.Opaque(text));
    }
  },
  SERVICE {
    @Override
    Principal of(String text) {
      return new Principal.Service(ServiceName.global(text), text);
    }
  },
  FEDERATED {
    @Override
    Principal of(String text) {
      return new Principal.Provider(
          text, ArnPattern.parse(text).flatMap(ArnPattern::definiteAccount));
    }
  },
  CANONICALUSER {
    @Override
    Principal of(String text) {
      return new Principal.Opaque(text);
    }
  };

  abstract Principal of(String text);

  /** The principal that an entry of this kind names. */
  Principal read(String written) {
    String text = written.strip();
    boolean accountKnown = ArnPattern.parse(text).flatMap(ArnPattern::definiteAccount).isPresent();
    return Glob.hasWildcard(text) && !accountKnown ? new Principal.Everyone() : of(text);
  }

  private static Optional<Principal> ofArn(ArnPattern arn) {
    return arn.definiteAccount()
        .map(account ->
            arn.resource().equals("root")
                ? new Principal.Account(account)
                : new Principal.Identity(arn, account));
  }
}
