package rolecall.alert;

import java.util.Optional;
import java.util.function.UnaryOperator;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.lineage.Chain;
import rolecall.lineage.Evidence;
import rolecall.lineage.Hop;
import rolecall.lineage.Root;

/**
 * A chain told anew with other texts: without secrets, shortened, or harmless. Whose act it counts
 * as is left out, since no output tells it.
 *
 * @param names what becomes of a name, an id or an ARN
 * @param sentences what becomes of words in a row
 */
record Retold(UnaryOperator<String> names, UnaryOperator<String> sentences) {
  Chain of(Chain chain) {
    return new Chain(
        chain.hops().stream().map(this::hop).toList(),
        root(chain.root()),
        chain.evidence().stream().map(this::evidence).toList(),
        Optional.empty());
  }

  private Hop hop(Hop hop) {
    Event event = hop.event();
    return new Hop(
        new Event(
            name(event.id()),
            name(event.name()),
            name(event.source()),
            event.time(),
            name(event.account()),
            name(event.region()),
            event.outcome()),
        caller(hop.caller()),
        hop.join(),
        name(hop.by()));
  }

  private Root root(Root root) {
    return switch (root) {
      case Root.Known(var who, var certainty, var why) ->
          new Root.Known(caller(who), certainty, sentences.apply(why));
      case Root.Elsewhere(var account, var principalId, var why) ->
          new Root.Elsewhere(name(account), name(principalId), sentences.apply(why));
      case Root.Unknown(var why) -> new Root.Unknown(sentences.apply(why));
    };
  }

  private Evidence evidence(Evidence said) {
    return new Evidence(
        said.kind(), name(said.value()), name(said.eventId()), sentences.apply(said.how()));
  }

  private Caller caller(Caller caller) {
    return new Caller(
        caller.kind(), name(caller.arn()), name(caller.account()), name(caller.name()));
  }

  private Optional<String> name(Optional<String> text) {
    return text.map(this::name);
  }

  /** Nothing stays nothing. */
  private String name(String text) {
    return text.isEmpty() ? text : names.apply(text);
  }
}
