package rolecall.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Something that is made when it is first asked for, and closed if it ever was. Thread-safe. */
final class Lazy<T extends SdkAutoCloseable> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    Optional<T> known = made;
    return known.isPresent() ? known.get() : make();
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.orElseThrow();
  }

  /** What was made, if anything. */
  Optional<T> ifMade() {
    return made;
  }
}
