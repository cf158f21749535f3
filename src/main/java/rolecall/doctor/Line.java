package rolecall.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer to one question.
 *
 * @param check what was looked at, in one word: {@code trail}
 */
public record Line(String check, Result result) {
  /** How it stands. */
  public sealed interface Result {
    /** What was found, as a clause. */
    String found();

    /** What to do about it; empty when it is right. */
    Optional<String> fix();
  }

  /** It is as it should be. */
  public record Ok(String found) implements Result {
    public Ok {
      Objects.requireNonNull(found, "found is null");
    }

    @Override
    public Optional<String> fix() {
      return Optional.empty();
    }
  }

  /** Events or alerts get lost. */
  public record Wrong(String found, String remedy) implements Result {
    public Wrong {
      Objects.requireNonNull(found, "found is null");
      Objects.requireNonNull(remedy, "remedy is null");
    }

    @Override
    public Optional<String> fix() {
      return Optional.of(remedy);
    }
  }

  /** It could not be looked at, which is not the same as right. */
  public record Unknown(String found, String remedy) implements Result {
    public Unknown {
      Objects.requireNonNull(found, "found is null");
      Objects.requireNonNull(remedy, "remedy is null");
    }

    @Override
    public Optional<String> fix() {
      return Optional.of(remedy);
    }
  }

  public Line {
    Objects.requireNonNull(check, "check is null");
    Objects.requireNonNull(result, "result is null");
  }

  static Line ok(String check, String found) {
    return new Line(check, new Ok(found));
  }

  static Line wrong(String check, String found, String fix) {
    return new Line(check, new Wrong(found, fix));
  }

  static Line unknown(String check, String found, String fix) {
    return new Line(check, new Unknown(found, fix));
  }

  /** For what could not be looked at. */
  static Line unseen(String check, String what, Looked.Unseen<?> unseen) {
    return unknown(check, what + " could not be read: " + unseen.why(), unseen.fix());
  }
}
