package rolecall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import rolecall.policy.PolicyFile;

/** Finds the policy to judge by. */
final class Policies {
  private static final String SHIPPED = "policies/default.yaml";

  private Policies() {}

  /** What messages call the policy in {@code file}, or the shipped one. */
  static String name(Optional<Path> file) {
    return file.map(Path::toString).orElse(SHIPPED);
  }

  /**
   * The policy in {@code file}, or the shipped one, with all that is wrong with it.
   *
   * @throws Refused when there is no such file
   */
  static PolicyFile read(Optional<Path> file) throws Refused {
    return PolicyFile.read(name(file), bytes(file));
  }

  /**
   * As {@link #read}, with everything that is worth a look on that day.
   *
   * @throws Refused when there is no such file
   */
  static PolicyFile lint(Optional<Path> file, LocalDate today) throws Refused {
    return PolicyFile.lint(name(file), bytes(file), today);
  }

  /**
   * A policy that can be used. What is wrong with one that cannot goes to standard error.
   *
   * @param otherwise what did not happen for its errors: {@code nothing was tested}
   * @throws Refused when it has errors
   */
  static PolicyFile.Loaded loaded(Optional<Path> from, Console console, String otherwise)
      throws Refused {
    PolicyFile file = read(from);
    if (file.loaded().isEmpty()) {
      console.print(file.problems().render());
      throw Refused.file(otherwise + ", because the policy has errors.", null);
    }
    return file.loaded().get();
  }

  private static byte[] bytes(Optional<Path> file) throws Refused {
    return file.isPresent() ? bytesOf(file.get()) : shipped();
  }

  private static byte[] bytesOf(Path file) throws Refused {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw Refused.file(
          "the policy %s cannot be read: %s. Name a policy file that you may read."
              .formatted(file, FileTrouble.why(unreadable)),
          unreadable);
    }
  }

  private static byte[] shipped() throws Refused {
    try (InputStream shipped = Policies.class.getResourceAsStream("/" + SHIPPED)) {
      if (shipped == null) {
        throw Refused.file(
            "the shipped policy " + SHIPPED + " is not in the jar. Build Rolecall anew.", null);
      }
      return shipped.readAllBytes();
    } catch (IOException broken) {
      throw Refused.file(
          "the shipped policy cannot be read: %s. Build Rolecall anew."
              .formatted(FileTrouble.why(broken)),
          broken);
    }
  }
}
