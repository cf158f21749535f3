package rolecall.lineage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the record before another one in what was gathered. Not changed once made: thread-safe. */
final class Index implements Leads {
  private final Shelf shelf = new Shelf();
  private final int kept;
  private final long dropped;
  private final Optional<Instant> oldest;

  /**
   * @param steps in a fixed order
   * @param dropped how many older ones there were beside
   */
  Index(Collection<Step> steps, long dropped) {
    shelf.putAll(steps);
    this.kept = steps.size();
    this.dropped = dropped;
    this.oldest = steps.stream().findFirst().flatMap(step -> step.event().time());
  }

  int kept() {
    return kept;
  }

  long dropped() {
    return dropped;
  }

  Optional<Instant> oldest() {
    return oldest;
  }

  @Override
  public Match issuer(String key, Step use) {
    List<Step> claims = shelf.issuers(key);
    return claims.isEmpty()
        ? new Match.None("the record that issued " + key + " is not among these files" + lost())
        : Claims.issuer(claims, key, use);
  }

  @Override
  public Optional<Match> handOut(Step step) {
    List<Step> claims = shelf.handOuts(Leads.made(step));
    return claims.isEmpty() ? Optional.empty() : Optional.of(Claims.handOut(claims, step));
  }

  @Override
  public Match callersCopy(Step copy) {
    List<Step> claims = copy.shared().map(shelf::sharing).orElse(List.of());
    if (!claims.isEmpty()) {
      return Claims.callersCopy(claims, copy);
    }
    return new Match.None(Leads.elsewhere(copy) + (copy.shared().isPresent() ? lost() : ""));
  }

  private String lost() {
    return dropped == 0 ? "" : ", or is one of the %d that did not fit".formatted(dropped);
  }
}
