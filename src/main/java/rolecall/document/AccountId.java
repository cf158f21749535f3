package rolecall.document;

import java.util.Optional;

/** The id of an AWS account: twelve digits. Stateless. */
final class AccountId {
  private AccountId() {}

  static Optional<String> of(String text) {
    boolean digits = text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(text) : Optional.empty();
  }
}
