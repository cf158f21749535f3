package rolecall.doctor;

import java.util.Set;

/** Whether the stack itself is whole. */
final class StackCheck {
  private static final String CHECK = "stack";

  /** After a rollback of an update the stack is what it was before. */
  private static final Set<String> WHOLE =
      Set.of(
          "CREATE_COMPLETE",
          "UPDATE_COMPLETE",
          "UPDATE_ROLLBACK_COMPLETE",
          "IMPORT_COMPLETE",
          "IMPORT_ROLLBACK_COMPLETE");

  private StackCheck() {}

  static Line of(String name, Looked<Stack> looked) {
    return switch (looked) {
      case Looked.Missing<Stack>() ->
          Line.wrong(
              CHECK,
              "there is no stack " + name + " in this Region",
              "Deploy it by sam deploy --guided, or name it by --stack and its Region by"
                  + " --region.");
      case Looked.Unseen<Stack> unseen ->
          Line.unseen(CHECK, "the stack " + name + ", and with it all of its parts,", unseen);
      case Looked.Seen<Stack>(Stack stack) -> of(stack);
    };
  }

  private static Line of(Stack stack) {
    String found = "%s in %s is %s".formatted(stack.name(), stack.region(), stack.status());
    if (WHOLE.contains(stack.status())) {
      return Line.ok(CHECK, found);
    }
    return stack.status().endsWith("_IN_PROGRESS")
        ? Line.unknown(CHECK, found, "Ask again when the deployment is over.")
        : Line.wrong(
            CHECK, found, "Read the stack's events in CloudFormation, mend the cause and deploy.");
  }
}
