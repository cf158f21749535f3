package rolecall.report;

/** The columns of the table, from left to right. */
enum Column {
  TIME("TIME"),
  SEVERITY("SEVERITY"),
  RULE("RULE"),
  WHO("WHO"),
  ROLE("ROLE"),
  PLACE("ACCOUNT/REGION"),
  OUTCOME("OUTCOME"),
  REASON("REASON");

  private final String heading;

  Column(String heading) {
    this.heading = heading;
  }

  String heading() {
    return heading;
  }
}
