package rolecall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import rolecall.policy.PolicyFile;

/** Finds the policy to judge by. */
final class Policies {
  private static final String SHIPPED = "policies/default.yaml";

  private Policies() {}

  /**
   * The policy in {@code file}, or the shipped one, with all that is wrong with it.
   *
   * @throws Refused when there is no such file
   */
  static PolicyFile read(Optional<Path> file) throws Refused {
    return file.isPresent() ? readFile(file.get()) : readShipped();
  }

  private static PolicyFile readFile(Path file) throws Refused {
    try {
      return PolicyFile.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw Refused.file(
          "the policy %s cannot be read: %s. Name a policy file that you may read."
              .formatted(file, FileTrouble.why(unreadable)),
          unreadable);
    }
  }

  private static PolicyFile readShipped() throws Refused {
    try (InputStream shipped = Policies.class.getResourceAsStream("/" + SHIPPED)) {
      if (shipped == null) {
        throw Refused.file(
            "the shipped policy " + SHIPPED + " is not in the jar. Build Rolecall anew.", null);
      }
      return PolicyFile.read(SHIPPED, shipped.readAllBytes());
    } catch (IOException broken) {
      throw Refused.file(
          "the shipped policy cannot be read: %s. Build Rolecall anew."
              .formatted(FileTrouble.why(broken)),
          broken);
    }
  }
}
