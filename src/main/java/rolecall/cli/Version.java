package rolecall.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** {@code rolecall 0.1.0}, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"rolecall " + number().orElse("(not built as a jar)")};
  }

  /** {@code 0.1.0}; empty when the classes do not come from a jar. */
  static Optional<String> number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
  }
}
