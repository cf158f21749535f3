package rolecall.monitor;

/** Judges files. */
public final class Scan {
  private Scan() {}
}
