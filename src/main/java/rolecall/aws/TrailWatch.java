package rolecall.aws;

/** Hears how far looking up events has come. Called by any thread. */
public interface TrailWatch {
  /** Says nothing to anybody. */
  TrailWatch NONE =
      new TrailWatch() {
        @Override
        public void read(int events) {}

        @Override
        public void ended() {}
      };

  /** So many more events were read. */
  void read(int events);

  /** One more Region is at its end, whichever way. */
  void ended();
}
