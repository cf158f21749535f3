package rolecall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import rolecall.policy.Additions;
import rolecall.policy.CompiledForm;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.PolicyFile;
import rolecall.policy.UnreadablePolicy;

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
    return usable(from, console, otherwise).loaded().orElseThrow();
  }

  private static PolicyFile usable(Optional<Path> from, Console console, String otherwise)
      throws Refused {
    PolicyFile file = read(from);
    if (file.loaded().isEmpty()) {
      console.print(file.problems().render());
      throw Refused.file(otherwise + ", because the policy has errors.", null);
    }
    return file;
  }

  /**
   * What judges, when nobody asks for the policy's tests: the shipped policy is not read from YAML.
   *
   * @param otherwise what did not happen for its errors: {@code nothing was scanned}
   * @param warn whether warnings go to standard error
   * @throws Refused when it has errors
   */
  static CompiledPolicy judging(
      Optional<Path> from, Console console, String otherwise, boolean warn) throws Refused {
    if (from.isEmpty()) {
      return compiled();
    }
    PolicyFile file = usable(from, console, otherwise);
    if (warn) {
      console.print(file.problems().render());
    }
    return file.loaded().orElseThrow().policy();
  }

  private static CompiledPolicy compiled() throws Refused {
    try {
      return CompiledForm.shipped(Additions.NONE);
    } catch (UnreadablePolicy broken) {
      throw Refused.file("the shipped policy cannot be used: " + broken.getMessage(), broken);
    }
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
