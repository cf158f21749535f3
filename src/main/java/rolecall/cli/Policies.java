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

  /** A policy not yet read: what messages call it, and what stands in its file. */
  record Text(String name, byte[] bytes) {}

  /**
   * The policy in {@code file}, or the shipped one, with all that is wrong with it.
   *
   * @throws Refused when there is no such file
   */
  static PolicyFile read(Optional<Path> file) throws Refused {
    Text text = text(file);
    return PolicyFile.read(text.name(), text.bytes());
  }

  /**
   * A policy that can be used. What is wrong with one that cannot goes to standard error.
   *
   * @param otherwise what did not happen for its errors: {@code nothing was tested}
   * @throws Refused when it has errors
   */
  static PolicyFile.Loaded loaded(Text text, Console console, String otherwise) throws Refused {
    PolicyFile file = PolicyFile.read(text.name(), text.bytes());
    if (file.loaded().isEmpty()) {
      console.print(file.problems().render());
      throw Refused.file(otherwise + ", because the policy has errors.", null);
    }
    return file.loaded().get();
  }

  /** What stands in {@code file}, or in the shipped policy. */
  static Text text(Optional<Path> file) throws Refused {
    return file.isPresent() ? textOf(file.get()) : shipped();
  }

  private static Text textOf(Path file) throws Refused {
    try {
      return new Text(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw Refused.file(
          "the policy %s cannot be read: %s. Name a policy file that you may read."
              .formatted(file, FileTrouble.why(unreadable)),
          unreadable);
    }
  }

  private static Text shipped() throws Refused {
    try (InputStream shipped = Policies.class.getResourceAsStream("/" + SHIPPED)) {
      if (shipped == null) {
        throw Refused.file(
            "the shipped policy " + SHIPPED + " is not in the jar. Build Rolecall anew.", null);
      }
      return new Text(SHIPPED, shipped.readAllBytes());
    } catch (IOException broken) {
      throw Refused.file(
          "the shipped policy cannot be read: %s. Build Rolecall anew."
              .formatted(FileTrouble.why(broken)),
          broken);
    }
  }
}
