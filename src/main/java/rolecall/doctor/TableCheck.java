package rolecall.doctor;

import java.util.Optional;

/** Whether the table that remembers what was told can be used, and forgets in time. */
final class TableCheck {
  private static final String CHECK = "table";
  private static final String EXPIRY = "expires";

  private TableCheck() {}

  static Line of(Account account, Stack stack) {
    Optional<String> name = stack.physical("ToldTable");
    Looked<Table> looked = name.isEmpty() ? new Looked.Missing<>() : account.table(name.get());
    return switch (looked) {
      case Looked.Missing<Table>() ->
          Line.wrong(
              CHECK,
              "ToldTable is gone, so repeats are told again",
              "Take the table out of the template, deploy, put it back and deploy again; ask"
                  + " CloudTrail who called DeleteTable.");
      case Looked.Unseen<Table> no -> Line.unseen(CHECK, "ToldTable", no);
      case Looked.Seen<Table>(Table table) -> of(name.orElseThrow(), table);
    };
  }

  private static Line of(String name, Table table) {
    if (!table.status().equals("ACTIVE") && !table.status().equals("UPDATING")) {
      return Line.wrong(
          CHECK,
          "ToldTable is " + table.status(),
          "Look at the table in DynamoDB's console; alerts go out meanwhile, repeats too.");
    }
    return switch (table.expiry()) {
      case Looked.Unseen<Optional<String>> no -> Line.unseen(CHECK, "whether items expire", no);
      case Looked.Seen<Optional<String>>(Optional<String> by) when by.equals(Optional.of(EXPIRY)) ->
          Line.ok(CHECK, "ToldTable is %s, items expire".formatted(table.status()));
      case Looked.Seen<Optional<String>> _, Looked.Missing<Optional<String>> _ ->
          Line.wrong(
              CHECK,
              "ToldTable is %s, but its items do not expire by '%s'"
                  .formatted(table.status(), EXPIRY),
              "Run: aws dynamodb update-time-to-live --table-name %s --time-to-live-specification"
                      .formatted(name)
                  + " Enabled=true,AttributeName=%s.".formatted(EXPIRY));
    };
  }
}
