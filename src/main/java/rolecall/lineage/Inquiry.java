package rolecall.lineage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.record.TrailRecord;

/** Asks somewhere else for the record that issued a key. Used by any number of threads. */
public interface Inquiry {
  /**
   * The records that name the key as one that they issued, as far as they come within the
   * allowance; it ends with the allowance whatever else happens, and throws nothing.
   */
  Answer ask(Question question, Allowance allowance);

  /** The account whose records are asked for, once that is known. */
  Optional<String> account();

  /** What came of asking. */
  sealed interface Answer {
    /** Records that settle the question. */
    record Settled(List<TrailRecord> records) implements Answer {
      public Settled {
        records = List.copyOf(records);
      }
    }

    /**
     * No records, or none that settle the question.
     *
     * @param why as a clause that goes on after "because"
     */
    record Unsettled(List<TrailRecord> records, String why, Outlook outlook) implements Answer {
      public Unsettled {
        records = List.copyOf(records);
        Objects.requireNonNull(why, "why is null");
        Objects.requireNonNull(outlook, "outlook is null");
      }
    }
  }

  /** What asking once more would bring. */
  enum Outlook {
    /** The same. */
    FINAL,
    /** Perhaps the record, which may be too young to be listed. */
    YOUNG,
    /** Perhaps the record, since something that passes kept it from being asked for. */
    HELD_UP
  }
}
