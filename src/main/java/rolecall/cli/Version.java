package rolecall.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** {@code rolecall 0.1.0}, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String number =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not built as a jar)");
    return new String[] {"rolecall " + number};
  }
}
