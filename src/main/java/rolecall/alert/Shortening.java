package rolecall.alert;

import java.util.Optional;

/** How much of an alert is left out so that it fits, the mildest first. */
enum Shortening {
  /** Nothing. */
  NONE("", 0),
  /** Large members of the record. */
  EVIDENCE_SHORTENED("large members of the record are left out", 20_000),
  /** The record but for what tells it from others, and long texts of the findings. */
  EVIDENCE_REDUCED("all but what identifies the record is left out, and long texts are cut", 5_000),
  /** Most of the explanations as well. */
  EXPLANATIONS_CUT("the record and the explanations are cut", 5_000),
  /** All but what happened. */
  LEAST("only the least is told", 1_000);

  private final String what;
  private final int mostOfRecords;

  Shortening(String what, int mostOfRecords) {
    this.what = what;
    this.mostOfRecords = mostOfRecords;
  }

  /** What the message says of itself; empty when nothing is left out. */
  Optional<String> words() {
    return this == NONE ? Optional.empty() : Optional.of(what + "; CloudTrail has the whole event");
  }

  boolean atLeast(Shortening other) {
    return compareTo(other) >= 0;
  }

  /** How many characters of JSON all records together may have. */
  int mostOfRecords() {
    return mostOfRecords;
  }
}
