package rolecall.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.lineage.Chain;

/**
 * All that is told of one event at one time.
 *
 * @param at when it is told
 * @param explanations by rule id, which clauses held and with which values, a line each; a rule may
 *     have none
 * @param remarks in the order in which they are told
 * @param chain the sessions behind the event, where somebody traced them
 */
public record Announcement(
    Alert alert,
    Instant at,
    Map<String, List<String>> explanations,
    List<Remark> remarks,
    Optional<Chain> chain) {
  public Announcement {
    Objects.requireNonNull(alert, "alert is null");
    Objects.requireNonNull(at, "at is null");
    explanations = new LinkedHashMap<>(explanations);
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(chain, "chain is null");
  }
}
