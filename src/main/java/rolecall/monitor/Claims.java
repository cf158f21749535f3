package rolecall.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.alert.Remark;
import rolecall.finding.Finding;
import rolecall.finding.Told;
import rolecall.ledger.Claim;
import rolecall.ledger.Token;

/** What the ledger says of each finding of one event. */
record Claims(Map<Finding, Claim> claims) {
  Claims {
    claims = new LinkedHashMap<>(claims);
  }

  /** The findings that must be told now. */
  List<Told> toTell() {
    List<Told> toTell = new ArrayList<>();
    claims.forEach((finding, claim) -> {
      switch (claim) {
        case Claim.Held _, Claim.Unchecked _ -> toTell.add(new Told(finding, 0));
        case Claim.AlreadyTold _, Claim.Repeat _, Claim.HeldByAnother _ -> {}
      }
    });
    return toTell;
  }

  /** What is held, and must be confirmed or released. */
  List<Token> held() {
    List<Token> held = new ArrayList<>();
    for (Claim claim : claims.values()) {
      if (claim instanceof Claim.Held(Token token, _, _)) {
        held.add(token);
      }
    }
    return held;
  }

  /** Whether another worker is about to tell one of them, or one like it. */
  boolean heldByAnother() {
    return claims.values().stream().anyMatch(Claim.HeldByAnother.class::isInstance);
  }

  /** What the alert says besides the findings, each thing once. */
  List<Remark> remarks() {
    Set<Remark> remarks = new LinkedHashSet<>();
    claims.forEach((finding, claim) -> {
      switch (claim) {
        case Claim.Held(_, var before, var follows) -> {
          before(finding, before).ifPresent(remarks::add);
          follows
              .map(first -> new Remark.Follows(first.eventId(), first.account()))
              .ifPresent(remarks::add);
        }
        case Claim.Unchecked _ -> remarks.add(new Remark.RepeatsUnchecked());
        case Claim.AlreadyTold _, Claim.Repeat _, Claim.HeldByAnother _ -> {}
      }
    });
    return List.copyOf(remarks);
  }

  private static Optional<Remark> before(Finding finding, Optional<Claim.Counted> counted) {
    return counted.map(c -> new Remark.CountedBefore(finding.rule().id(), c.repeats(), c.since()));
  }
}
