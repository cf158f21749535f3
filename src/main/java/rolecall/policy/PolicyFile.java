package rolecall.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import rolecall.source.Position;
import rolecall.source.Problems;
import rolecall.source.YamlReader;

/**
 * A policy as it was written: what is wrong with it, and what it makes.
 *
 * @param problems errors and warnings, in the order of the text
 * @param loaded the policy; empty when {@code problems} has errors
 */
public record PolicyFile(Problems problems, Optional<Loaded> loaded) {
  public PolicyFile {
    Objects.requireNonNull(problems, "problems is null");
    Objects.requireNonNull(loaded, "loaded is null");
  }

  /** A policy without errors, the tests that stand in it, and the test of those. */
  public record Loaded(CompiledPolicy policy, PolicyTests tests, PolicyMutations mutations) {
    public Loaded {
      Objects.requireNonNull(policy, "policy is null");
      Objects.requireNonNull(tests, "tests is null");
      Objects.requireNonNull(mutations, "mutations is null");
    }
  }

  /**
   * Reads a policy. Never throws for what stands in the text.
   *
   * @param name what messages call it: a path
   * @param bytes UTF-8; the sha256 that findings carry is over these
   */
  public static PolicyFile read(String name, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      Problems problems = new Problems(name, "");
      problems.error(
          Position.START,
          "The file is not UTF-8 text.",
          "Its rules could not be read.",
          "Save it as UTF-8.");
      return new PolicyFile(problems, Optional.empty());
    }
    Problems problems = new Problems(name, text);
    return new PolicyFile(
        problems,
        YamlReader.read(name, text, problems)
            .flatMap(root -> PolicyReader.of(root, problems, sha256(bytes)))
            .flatMap(PolicyReader::read));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
