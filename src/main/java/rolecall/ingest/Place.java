package rolecall.ingest;

/** Where a value stands that may be a record. */
enum Place {
  /** Alone, or in an array: it may be anybody's JSON. */
  LOOSE,
  /** In {@code Records}: it must be a record, or a message of a batch. */
  LOG,
  /** In an envelope: it must be a record or another envelope. */
  MESSAGE
}
