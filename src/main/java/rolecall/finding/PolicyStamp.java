package rolecall.finding;

import java.util.Objects;

/**
 * Which policy judged.
 *
 * @param name the policy's own name: {@code default}
 * @param sha256 64 hex digits over the policy file's bytes
 */
public record PolicyStamp(String name, String sha256) {
  public PolicyStamp {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(sha256, "sha256 is null");
  }
}
