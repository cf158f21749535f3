package rolecall.doctor;

/**
 * How many messages a queue holds, about.
 *
 * @param waiting to be received
 * @param busy received and not yet done, or delayed
 */
public record Backlog(long waiting, long busy) {
  public Backlog {
    if (waiting < 0 || busy < 0) {
      throw new IllegalArgumentException("a queue holds no fewer than no messages");
    }
  }
}
