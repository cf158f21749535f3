package rolecall.lineage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks nobody.
 *
 * @param why as a clause about the record that is missing
 */
public record Unasked(String why) implements Inquiry {
  public Unasked {
    Objects.requireNonNull(why, "why is null");
  }

  @Override
  public Answer ask(Question question, Allowance allowance) {
    return new Answer.Unsettled(
        List.of(),
        "the record that issued %s is not at hand: %s".formatted(question.key(), why),
        Outlook.FINAL);
  }

  @Override
  public Optional<String> account() {
    return Optional.empty();
  }
}
