package rolecall.ingest;

import java.io.IOException;
import java.util.Objects;

/** An input that cannot be opened, or read any further, by one who knows why and how to mend it. */
public final class CannotOpen extends IOException {
  private static final long serialVersionUID = 1L;

  private final String fix;

  /**
   * @param what what is wrong, as one sentence with its full stop
   * @param fix what the user can do, as an imperative sentence
   */
  public CannotOpen(String what, String fix) {
    super(Objects.requireNonNull(what, "what is null"));
    this.fix = Objects.requireNonNull(fix, "fix is null");
  }

  /** What the user can do. */
  public String fix() {
    return fix;
  }
}
