package rolecall.lambda;

import java.io.Serial;
import java.util.List;

/** The function cannot start with the variables it was given; the message names every mistake. */
final class WrongSettings extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WrongSettings(List<String> wrong) {
    super(
        "Rolecall cannot start: %s in the function's variables.%n%s"
            .formatted(
                wrong.size() == 1 ? "a mistake" : wrong.size() + " mistakes",
                String.join(System.lineSeparator(), wrong)));
  }
}
