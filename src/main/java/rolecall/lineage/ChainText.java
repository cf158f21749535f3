package rolecall.lineage;

import java.util.ArrayList;
import java.util.List;
import rolecall.finding.Caller;
import rolecall.finding.Event;

/** A chain as lines for people, the newest hop first, each older one farther in. Stateless. */
public final class ChainText {
  private ChainText() {}

  /**
   * The lines, with texts that callers chose as they are: whoever shows them makes them harmless.
   */
  public static List<String> lines(Chain chain) {
    List<String> lines = new ArrayList<>();
    lines.add(root(chain.root()));
    lines.add("");
    String indent = "";
    for (Hop hop : chain.hops()) {
      if (hop.join() != Join.EVENT) {
        lines.add(indent + join(hop));
        indent += "  ";
      }
      if (hop.certainty() == Certainty.PROVEN) {
        lines.add(indent + event(hop.event()));
      }
      lines.add(indent + "by " + caller(hop.caller()));
    }
    if (!(chain.root() instanceof Root.Known(_, Certainty certainty, _))
        || certainty != Certainty.PROVEN) {
      lines.add(indent + "The proof ends here: " + chain.root().why() + ".");
    }
    if (!chain.evidence().isEmpty()) {
      lines.add("");
      lines.add("Said on the way, which is evidence and no proof:");
    }
    for (Evidence said : chain.evidence()) {
      lines.add(
          "  %s \"%s\": %s, event %s"
              .formatted(said.kind().replace('-', ' '), said.value(), said.how(), said.eventId()));
    }
    return lines;
  }

  private static String root(Root root) {
    return switch (root) {
      case Root.Known(Caller who, Certainty certainty, String why) ->
          certainty == Certainty.PROVEN
              ? "Behind it: %s, proven: %s.".formatted(caller(who), why)
              : "Behind it: %s, as a record states without proof.".formatted(caller(who));
      case Root.Elsewhere(var account, var principalId, String why) ->
          "Behind it: somebody of %s%s; who is unknown because %s."
              .formatted(
                  account.map(id -> "account " + id).orElse("another account"),
                  principalId.map(id -> " (" + id + ")").orElse(""),
                  why);
      case Root.Unknown(String why) -> "Behind it: unknown, because %s.".formatted(why);
    };
  }

  private static String join(Hop hop) {
    String how =
        switch (hop.join()) {
          case EVENT -> "";
          case ISSUED_KEY -> "signed with " + hop.by() + ", which was issued by";
          case HANDED_OUT -> "the key was handed out by";
          case SHARED_EVENT -> "the caller's copy of the same call, shared event " + hop.by();
          case SESSION_ISSUER -> "the session was issued, as the record says, by";
          case ON_BEHALF_OF -> "the session acts, as the record says, on behalf of";
          case LINKED_SERVICE -> "the session's role may be assumed by one service only";
        };
    return how + " [" + hop.certainty().word() + "]";
  }

  private static String event(Event event) {
    return "%s  %s  event %s, account %s, %s"
        .formatted(
            event.time().map(Object::toString).orElse("at an unknown time"),
            event.name(),
            event.id(),
            event.account().orElse("unknown"),
            event.region().orElse("no Region"));
  }

  private static String caller(Caller caller) {
    String arn = caller.arn().map(text -> ", " + text).orElse("");
    return caller.name().orElse("somebody unnamed") + " (" + caller.kind() + arn + ")";
  }
}
