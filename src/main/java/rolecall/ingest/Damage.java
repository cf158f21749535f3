package rolecall.ingest;

/** Says that an input gives no more bytes before its end, why, and what can be done. */
final class Damage extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fix;

  /**
   * @param what what is wrong, as one sentence with its full stop
   * @param fix what the user can do, as an imperative sentence
   */
  Damage(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  String what() {
    return getMessage();
  }

  String fix() {
    return fix;
  }
}
