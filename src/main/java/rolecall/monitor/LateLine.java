package rolecall.monitor;

import rolecall.finding.PolicyStamp;

/**
 * What takes a missed record on.
 *
 * @param judgement whose alerts say that the event was found late
 * @param teller for what cannot be read
 */
record LateLine(
    Judgement judgement,
    Teller teller,
    OwnFindings own,
    PolicyStamp policy,
    Deadline deadline,
    Tallies tallies,
    HandledEvents handled,
    StoreHealth store) {}
