package rolecall.doctor;

import java.util.Objects;
import java.util.function.Function;

/** What came of looking something up. */
public sealed interface Looked<T> {
  /** It is there. */
  record Seen<T>(T what) implements Looked<T> {
    public Seen {
      Objects.requireNonNull(what, "what is null");
    }
  }

  /** There is surely no such thing. */
  record Missing<T>() implements Looked<T> {}

  /**
   * Nobody can tell.
   *
   * @param why as a clause that ends in AWS's code
   * @param fix what to do, as sentences; names the IAM action that is missing
   * @param hopeless whether every other call will end so too: no credentials, no way to AWS
   */
  record Unseen<T>(String why, String fix, boolean hopeless) implements Looked<T> {
    public Unseen {
      Objects.requireNonNull(why, "why is null");
      Objects.requireNonNull(fix, "fix is null");
    }
  }

  /** The same about another thing that follows from this one. */
  default <S> Looked<S> map(Function<T, S> change) {
    return switch (this) {
      case Seen<T>(T what) -> new Seen<>(change.apply(what));
      case Missing<T>() -> new Missing<>();
      case Unseen<T>(String why, String fix, boolean hopeless) -> new Unseen<>(why, fix, hopeless);
    };
  }
}
