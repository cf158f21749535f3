package rolecall.monitor;

import rolecall.finding.Input;
import rolecall.json.Json;
import rolecall.record.TrailRecord;

/**
 * Looks on while a scan judges, since its result keeps no records. Called by several threads at
 * once, in no particular order.
 */
public interface Witness {
  /** Nobody looks. */
  Witness NONE = new Witness() {};

  /**
   * A record is about to be judged.
   *
   * @param where where it stands; findings carry the same
   */
  default void judging(TrailRecord record, Input where) {}

  /**
   * A record breaks a rule, whether or not anything is told of it in the end.
   *
   * @param where where it stands; findings carry the same
   * @param rec the whole record, secrets included
   */
  default void broken(Input where, Json.Obj rec) {}
}
