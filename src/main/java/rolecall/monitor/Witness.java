package rolecall.monitor;

import rolecall.finding.Input;
import rolecall.json.Json;
import rolecall.lineage.Lineage;
import rolecall.record.TrailRecord;

/**
 * Looks on while a scan judges, since its result keeps no records. What is said of judging comes
 * from several threads at once, in no particular order.
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
   * Everything is read, and nothing is settled yet.
   *
   * @param lineage who stands behind any of the records
   */
  default void read(Lineage lineage) {}

  /**
   * It is about to be settled what of a record that breaks a rule is told.
   *
   * @param where where it stands; findings carry the same
   * @param actor who did it, as findings carry it
   */
  default void settling(Input where, String actor) {}

  /**
   * A record breaks a rule, whether or not anything is told of it in the end.
   *
   * @param where where it stands; findings carry the same
   * @param rec the whole record, secrets included
   */
  default void broken(Input where, Json.Obj rec) {}
}
