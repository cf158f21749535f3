package rolecall.monitor;

import java.util.Locale;
import java.util.Objects;
import rolecall.finding.PolicyStamp;

/**
 * The one text that a policy may have.
 *
 * @param setting what messages call it: the variable's name
 * @param sha256 64 hex digits over the text's bytes, in any letter case
 */
public record PinnedPolicy(String setting, String sha256) {
  public PinnedPolicy {
    Objects.requireNonNull(setting, "setting is null");
    sha256 = sha256.strip().toLowerCase(Locale.ROOT);
  }

  boolean is(PolicyStamp stamp) {
    return stamp.sha256().equals(sha256);
  }

  /** Why that policy is not it. */
  String why(String text, PolicyStamp stamp) {
    return "The sha256 of %s is %s, and the setting %s pins %s. Put the pinned text back, or change the setting."
        .formatted(text, stamp.sha256(), setting, sha256);
  }
}
