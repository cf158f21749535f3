package rolecall.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import rolecall.source.Node;
import rolecall.source.Problems;
import rolecall.source.StoredNodes;
import rolecall.source.YamlReader;

/**
 * A policy in the form that the build makes of its YAML: what judges, without the tests, and read
 * without the YAML library. It judges and explains as the YAML does and has the same stamp.
 * Stateless and thread-safe.
 *
 * <p>Eight letters, the form's number, the sha256 of the YAML, the values with their places, and a
 * checksum over all of that.
 */
public final class CompiledForm {
  private static final String SHIPPED = "policies/default.policy";
  private static final byte[] LETTERS = "rolecall".getBytes(StandardCharsets.US_ASCII);

  /** Grows whenever {@link StoredNodes} or the order of what is written changes. */
  private static final int NUMBER = 1;

  private static final int HEAD = 12;
  private static final int CHECKSUM = 8;
  private static final String MEND = " Build Rolecall anew: mvn package.";

  private CompiledForm() {}

  /**
   * The policy that ships with the program.
   *
   * @throws UnreadablePolicy when it is not there or cannot be used
   */
  public static CompiledPolicy shipped(Additions additions) throws UnreadablePolicy {
    try (InputStream form = CompiledForm.class.getResourceAsStream("/" + SHIPPED)) {
      if (form == null) {
        throw new UnreadablePolicy(SHIPPED + " is not there." + MEND, null);
      }
      return read(SHIPPED, form, additions);
    } catch (IOException broken) {
      throw new UnreadablePolicy(
          SHIPPED + " cannot be read: " + broken.getMessage() + "." + MEND, broken);
    }
  }

  /**
   * Reads the form.
   *
   * @param name what messages call it
   * @param additions what settings add to the lists
   * @throws UnreadablePolicy when it is cut off, changed, of another version, or the additions have
   *     errors
   */
  public static CompiledPolicy read(String name, InputStream form, Additions additions)
      throws IOException, UnreadablePolicy {
    byte[] bytes = form.readAllBytes();
    checkWhole(name, bytes);
    String sha256;
    Node root;
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(bytes, HEAD, bytes.length - HEAD - CHECKSUM))) {
      sha256 = in.readUTF();
      root = StoredNodes.read(in);
      if (in.read() >= 0) {
        throw new IOException("more follows than belongs to it");
      }
    } catch (IOException garbled) {
      throw refused(name, "cannot be read: " + garbled.getMessage(), garbled);
    }
    Problems problems = new Problems(name, "");
    Optional<CompiledPolicy> policy =
        PolicyReader.ofChecked(root, problems, sha256, additions).flatMap(PolicyReader::policy);
    return policy.orElseThrow(() -> new UnreadablePolicy(problems.render(), null));
  }

  private static void checkWhole(String name, byte[] bytes) throws UnreadablePolicy {
    if (bytes.length < HEAD
        || !Arrays.equals(bytes, 0, LETTERS.length, LETTERS, 0, LETTERS.length)) {
      throw refused(name, "is no compiled policy", null);
    }
    int number = ByteBuffer.wrap(bytes).getInt(LETTERS.length);
    if (number != NUMBER) {
      throw refused(
          name, "has the form " + number + ", and this program reads the form " + NUMBER, null);
    }
    int end = bytes.length - CHECKSUM;
    if (end < HEAD || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
      throw refused(name, "is cut off or was changed: its checksum does not fit", null);
    }
  }

  private static UnreadablePolicy refused(String name, String why, Throwable cause) {
    return new UnreadablePolicy("The compiled policy " + name + " " + why + "." + MEND, cause);
  }

  /**
   * The form of a policy.
   *
   * @param name what messages call the policy
   * @param yaml its file
   * @throws UnreadablePolicy when it has errors; the message holds all of them
   */
  public static byte[] of(String name, byte[] yaml) throws UnreadablePolicy {
    PolicyFile file = PolicyFile.read(name, yaml);
    if (file.loaded().isEmpty()) {
      throw new UnreadablePolicy(file.problems().render(), null);
    }
    try {
      return write(judging(name, yaml), PolicyFile.sha256(yaml));
    } catch (IOException tooLong) {
      throw new UnreadablePolicy(
          name + " cannot be compiled: " + tooLong.getMessage() + ". Write shorter texts.",
          tooLong);
    }
  }

  /** What judges: the policy without its tests and the events that they start from. */
  private static Node judging(String name, byte[] yaml) {
    String text = new String(yaml, StandardCharsets.UTF_8);
    Node whole = YamlReader.read(name, text, new Problems(name, text)).orElseThrow();
    Node.MapNode untested = PolicyVariants.of(name, (Node.MapNode) whole).root();
    return new Node.MapNode(
        untested.at(), untested.entries().stream().filter(e -> !e.key().equals("bases")).toList());
  }

  private static byte[] write(Node root, String sha256) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(form)) {
      out.write(LETTERS);
      out.writeInt(NUMBER);
      out.writeUTF(sha256);
      StoredNodes.write(root, out);
      out.writeLong(checksum(form.toByteArray(), form.size()));
    }
    return form.toByteArray();
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return checksum.getValue();
  }
}
