package rolecall.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import rolecall.source.Node;
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
  private static final int MOST_SHOWN = 5;
  private static final int WIDEST_SHOWN = 200;

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

  /** The policy, or in few words why it is none. */
  public sealed interface Outcome {
    /** It has no errors. */
    record Usable(CompiledPolicy policy) implements Outcome {
      public Usable {
        Objects.requireNonNull(policy, "policy is null");
      }
    }

    /**
     * It must not be used.
     *
     * @param errors how many, at least one
     * @param first the first of them as people read them, some lines each
     */
    record Refused(int errors, String first) implements Outcome {
      public Refused {
        Objects.requireNonNull(first, "first is null");
      }
    }
  }

  /** The policy, or its first errors, short enough for a message. */
  public Outcome outcome() {
    return loaded
        .<Outcome>map(whole -> new Outcome.Usable(whole.policy()))
        .orElseGet(() ->
            new Outcome.Refused(
                problems.errorCount(), problems.renderErrors(MOST_SHOWN, WIDEST_SHOWN)));
  }

  /**
   * Reads a policy. Never throws for what stands in the text.
   *
   * @param name what messages call it: a path
   * @param bytes UTF-8; the sha256 that findings carry is over these
   */
  public static PolicyFile read(String name, byte[] bytes) {
    return read(name, bytes, Additions.NONE);
  }

  /**
   * Reads a policy as {@link #read(String, byte[])} does, with more in its lists than is written.
   *
   * @param additions what settings add; the sha256 does not cover it
   */
  public static PolicyFile read(String name, byte[] bytes, Additions additions) {
    return read(name, bytes, additions, (_, _) -> {});
  }

  /**
   * Reads a policy as {@link #read(String, byte[])} does, and warns of what a person should look at
   * before it is used: parts without a case or without effect, patterns that are very wide,
   * exceptions that end.
   *
   * @param today the day, in UTC, by which exceptions are measured
   */
  public static PolicyFile lint(String name, byte[] bytes, LocalDate today) {
    return read(
        name, bytes, Additions.NONE, (root, problems) -> PolicyLint.note(root, today, problems));
  }

  private static PolicyFile read(
      String name, byte[] bytes, Additions additions, BiConsumer<Node.MapNode, Problems> further) {
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
    Optional<Node> root = YamlReader.read(name, text, problems);
    Optional<Loaded> loaded =
        root.flatMap(node -> PolicyReader.of(node, problems, sha256(bytes), additions))
            .flatMap(PolicyReader::read);
    if (root.isPresent() && root.get() instanceof Node.MapNode map) {
      further.accept(map, problems);
    }
    return new PolicyFile(problems, loaded);
  }

  /** What findings carry of a policy with these bytes: 64 hex digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
