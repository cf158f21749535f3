package rolecall.monitor;

import rolecall.finding.Input;
import rolecall.json.Json;

/**
 * Hears of every record that breaks a rule while it is still at hand. Called by several threads at
 * once, in no particular order, and also for records of which nothing is told in the end.
 */
@FunctionalInterface
public interface Witness {
  /** Keeps nothing: the records are gone once they are judged. */
  Witness NONE = (_, _) -> {};

  /**
   * A record breaks a rule.
   *
   * @param where where it stood; findings carry the same
   * @param rec the whole record, secrets included
   */
  void broken(Input where, Json.Obj rec);
}
