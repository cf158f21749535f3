package rolecall.lineage;

import java.util.Objects;
import java.util.Optional;
import rolecall.finding.Caller;

/** Where a chain ends. */
public sealed interface Root {
  /** Why it ends there, as a sentence. */
  String why();

  /** How sure it is. */
  Certainty certainty();

  /**
   * A person or a workload with a name of its own, or an AWS service.
   *
   * @param certainty proven or stated, never unknown
   */
  record Known(Caller who, Certainty certainty, String why) implements Root {
    public Known {
      Objects.requireNonNull(who, "who is null");
      Objects.requireNonNull(why, "why is null");
      if (certainty == Certainty.UNKNOWN) {
        throw new IllegalArgumentException("a known root is proven or stated");
      }
    }
  }

  /**
   * Somebody of another account, whose own copy of the record is not at hand.
   *
   * @param account twelve digits; empty when the record does not tell even that
   * @param principalId CloudTrail's id of who it was: {@code AIDAEXAMPLE0000000001}
   */
  record Elsewhere(Optional<String> account, Optional<String> principalId, String why)
      implements Root {
    public Elsewhere {
      Objects.requireNonNull(account, "account is null");
      Objects.requireNonNull(principalId, "principalId is null");
      Objects.requireNonNull(why, "why is null");
    }

    @Override
    public Certainty certainty() {
      return Certainty.UNKNOWN;
    }
  }

  /** Nobody knows. */
  record Unknown(String why) implements Root {
    public Unknown {
      Objects.requireNonNull(why, "why is null");
    }

    @Override
    public Certainty certainty() {
      return Certainty.UNKNOWN;
    }
  }
}
