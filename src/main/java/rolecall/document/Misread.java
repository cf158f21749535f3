package rolecall.document;

/** Ends the reading of a document at the field that cannot be understood. */
final class Misread extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String what;

  Misread(String path, String what) {
    super(path + " " + what, null, false, false);
    this.path = path;
    this.what = what;
  }

  String path() {
    return path;
  }

  String what() {
    return what;
  }
}
