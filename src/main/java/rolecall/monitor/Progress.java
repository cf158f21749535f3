package rolecall.monitor;

/** Hears how far a scan has come. Called by any thread. */
public interface Progress {
  /** Says nothing to anybody. */
  Progress NONE = _ -> {};

  /** So many more bytes were read, as stored. */
  void read(long bytes);
}
