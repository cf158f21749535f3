package rolecall.alert;

import java.util.Optional;
import rolecall.finding.Caller;
import rolecall.lineage.Certainty;
import rolecall.lineage.Chain;
import rolecall.lineage.Root;

/** Who stands behind an event, in the few words that the bodies for people have room for. */
record Behind(Root root) {
  private static final int WHY = 500;

  /** Nothing when nobody traced it, or when the caller itself is the root. */
  static Optional<Behind> of(Announcement told) {
    return told.chain()
        .filter(chain -> !isCaller(chain.root(), chain))
        .map(chain -> new Behind(chain.root()));
  }

  private static boolean isCaller(Root root, Chain chain) {
    return root instanceof Root.Known(Caller who, _, _)
        && who.equals(chain.hops().getFirst().caller());
  }

  /** {@code dana (iam-user), proven}, or why nobody knows. */
  String words() {
    return switch (root) {
      case Root.Known(Caller who, Certainty certainty, _) ->
          "%s (%s), %s".formatted(name(who), who.kind(), certainty.word());
      case Root.Elsewhere(var account, _, String why) ->
          "somebody of %s: %s"
              .formatted(
                  account.map(id -> "account " + Shown.name(id)).orElse("another account"),
                  Shown.text(why, WHY));
      case Root.Unknown(String why) -> "unknown: " + Shown.text(why, WHY);
    };
  }

  /** The root's name, when it is proven. */
  Optional<String> proven() {
    return root instanceof Root.Known(Caller who, Certainty certainty, _)
            && certainty == Certainty.PROVEN
        ? Optional.of(name(who))
        : Optional.empty();
  }

  private static String name(Caller who) {
    return Shown.name(who.name().or(who::arn).or(who::account).orElse("somebody unnamed"));
  }
}
