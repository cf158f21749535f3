package rolecall.lambda;

import java.io.Serial;
import java.util.List;

/**
 * The function cannot start as it was deployed. Lambda writes the message into the function's log,
 * and hands nothing out until a copy can start.
 */
final class CannotStart extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  CannotStart(String why) {
    super("Rolecall cannot start. " + why);
  }

  /**
   * The variables are not as they must be.
   *
   * @param wrong every mistake, a sentence or two each
   */
  static CannotStart wrongSettings(List<String> wrong) {
    return new CannotStart(
        "Its variables have %s:\n- %s"
            .formatted(
                wrong.size() == 1 ? "a mistake" : wrong.size() + " mistakes",
                String.join("\n- ", wrong)));
  }
}
