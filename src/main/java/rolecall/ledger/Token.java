package rolecall.ledger;

import java.util.Objects;
import rolecall.finding.Finding;

/**
 * Proof of a claim that is held.
 *
 * @param holder random, so that no two workers hold one claim
 */
public record Token(Finding finding, String holder) {
  public Token {
    Objects.requireNonNull(finding, "finding is null");
    Objects.requireNonNull(holder, "holder is null");
  }
}
