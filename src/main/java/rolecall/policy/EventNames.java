package rolecall.policy;

import java.util.Optional;
import rolecall.source.Node;
import rolecall.source.Problems;

/** Reads the events of a rule and refuses those that cannot exist. */
final class EventNames {
  private EventNames() {}

  /**
   * @param checked whether its being there was checked before, when the policy was compiled
   */
  static Optional<EventName> read(Node node, boolean checked, Problems problems) {
    Optional<EventName> read =
        node instanceof Node.TextNode(var _, String text)
            ? EventName.parse(text)
            : Optional.empty();
    if (read.isEmpty()) {
      problems.error(
          node.at(),
          "This is no event.",
          "CloudTrail names a service and an operation.",
          "Write SERVICE:EventName, sts:AssumeRole, or SERVICE:* for a whole service.");
      return read;
    }
    return checked ? read : read.filter(event -> exists(event, node, problems));
  }

  private static boolean exists(EventName event, Node node, Problems problems) {
    if (!EventCatalogue.knowsService(event)) {
      problems.warning(
          node.at(),
          "The events of '" + event.service() + "' are not in the catalogue.",
          "Whether there is such an event could not be checked.",
          "Compare it with eventSource and eventName of a real record.");
      return true;
    }
    if (event.isWholeService() || EventCatalogue.knows(event)) {
      return true;
    }
    problems.error(
        node.at(),
        "There is no event '" + event + "'.",
        EventCatalogue.whyNot(event),
        EventCatalogue.nearest(event)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Use the name that CloudTrail writes into eventName."));
    return false;
  }
}
