package rolecall.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The step of the build that makes the compiled form of a policy. */
final class PolicyCompiler {
  private PolicyCompiler() {}

  /**
   * Reads the YAML that the first argument names and writes what it makes to the second; a policy
   * with errors stops the build with all of them.
   */
  public static void main(String[] args) throws IOException {
    Path yaml = Path.of(args[0]);
    try {
      Files.write(Path.of(args[1]), CompiledForm.of(yaml.toString(), Files.readAllBytes(yaml)));
    } catch (UnreadablePolicy broken) {
      throw new IllegalArgumentException(asMavenSays(broken.getMessage()), broken);
    }
  }

  /** Each line on its own and marked, so that the launcher finds it in what Maven said. */
  private static String asMavenSays(String problems) {
    return problems
        .lines()
        .map(line -> line.startsWith("ERROR ") ? line.substring("ERROR ".length()) : line)
        .map(line -> "%n[ERROR] %s".formatted(line))
        .collect(Collectors.joining());
  }
}
