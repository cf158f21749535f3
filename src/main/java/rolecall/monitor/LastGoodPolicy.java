package rolecall.monitor;

import java.time.Duration;
import rolecall.ledger.StoreTrouble;
import rolecall.policy.Additions;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.PolicyFile;
import rolecall.policy.PolicyText;

/** The last good version of a policy's text, for when the newest cannot be used. */
record LastGoodPolicy(GoodPolicy good, CompiledPolicy policy) {
  /**
   * Finds it in the store and reads it.
   *
   * @param reason why the newest cannot be used
   * @throws NoUsablePolicy for that reason, and why this one cannot be had
   */
  static LastGoodPolicy find(
      ReplaceablePolicy from, Additions additions, String reason, Duration most)
      throws NoUsablePolicy {
    GoodPolicy good = noted(from, reason, most);
    if (good.version().isEmpty()) {
      throw none(reason, "the versions of its text are not kept; switch on versioning there");
    }
    return switch (from.text().fetchVersion(good.version().get())) {
      case PolicyText.Fetched.Text(byte[] bytes, var _, var _) ->
          new LastGoodPolicy(good, read(from, bytes, additions, good, reason));
      case PolicyText.Fetched.Unchanged _ ->
          throw none(reason, "its last good version was asked for and not given");
      case PolicyText.Fetched.Unreachable(String why) ->
          throw none(reason, "its last good version cannot be had: " + why);
    };
  }

  private static GoodPolicy noted(ReplaceablePolicy from, String reason, Duration most)
      throws NoUsablePolicy {
    try {
      return from.goodOnes()
          .last(most)
          .orElseThrow(() -> none(reason, "no version of it is known to have been good"));
    } catch (StoreTrouble trouble) {
      throw none(reason, "its last good version is not known: " + trouble.getMessage());
    }
  }

  private static CompiledPolicy read(
      ReplaceablePolicy from, byte[] bytes, Additions additions, GoodPolicy good, String reason)
      throws NoUsablePolicy {
    return switch (from.read(bytes, additions)) {
      case PolicyFile.Outcome.Usable(CompiledPolicy policy)
          when policy.stamp().sha256().equals(good.sha256()) ->
          policy;
      case PolicyFile.Outcome.Usable _ ->
          throw none(reason, "its last good version is no longer the text that was good");
      case PolicyFile.Outcome.Refused(int _, String first) ->
          throw none(reason, "its last good version cannot be used either:\n" + first);
    };
  }

  private static NoUsablePolicy none(String reason, String further) {
    String end = further.stripTrailing();
    return new NoUsablePolicy(
        reason.stripTrailing() + "\nNothing is judged: " + end + (end.endsWith(".") ? "" : "."));
  }
}
