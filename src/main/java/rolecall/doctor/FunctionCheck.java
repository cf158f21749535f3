package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the function can run, is fed, and knows where to tell. */
final class FunctionCheck {
  private static final String CHECK = "function";
  private static final String ALIAS = "live";

  private final Account account;
  private final Stack stack;
  private final String name;

  private FunctionCheck(Account account, Stack stack, String name) {
    this.account = account;
    this.stack = stack;
    this.name = name;
  }

  static List<Line> lines(Account account, Stack stack) {
    Optional<String> name = stack.physical("MonitorFunction");
    if (name.isEmpty()) {
      return List.of(gone());
    }
    FunctionCheck check = new FunctionCheck(account, stack, name.get());
    return List.of(check.itself(), check.concurrency(), check.mapping());
  }

  private static Line gone() {
    return Line.wrong(
        CHECK,
        "MonitorFunction or its alias is gone",
        "Take the function out of the template, deploy, put it back and deploy again; ask"
            + " CloudTrail who called DeleteFunction or DeleteAlias.");
  }

  private Line itself() {
    return switch (account.function(name, Optional.of(ALIAS))) {
      case Looked.Missing<Function>() -> gone();
      case Looked.Unseen<Function> no -> Line.unseen(CHECK, "MonitorFunction", no);
      case Looked.Seen<Function>(Function function) -> {
        List<String> wrong = new ArrayList<>();
        if (!function.state().equals("Active")) {
          wrong.add("is " + function.state());
        }
        if (function.lastUpdate().equals("Failed")) {
          wrong.add("could not be updated");
        }
        wrong.addAll(variables(function.variables()));
        yield wrong.isEmpty()
            ? Line.ok(CHECK, "MonitorFunction is Active and names this stack's topic and table")
            : Line.wrong(
                CHECK,
                "MonitorFunction " + String.join(", ", wrong),
                "Change the function's Description in the template and deploy, which publishes it"
                    + " anew; ask CloudTrail who called UpdateFunctionConfiguration or"
                    + " UpdateAlias.");
      }
    };
  }

  private List<String> variables(Map<String, String> variables) {
    List<String> wrong = new ArrayList<>();
    Map.of("ROLECALL_TOPIC_ARN", "AlertTopic", "ROLECALL_TABLE_NAME", "ToldTable")
        .forEach((variable, id) -> {
          if (!stack.physical(id).equals(Optional.ofNullable(variables.get(variable)))) {
            wrong.add("has another %s than this stack's %s".formatted(variable, id));
          }
        });
    return wrong.stream().sorted().toList();
  }

  private Line concurrency() {
    return switch (account.reservedConcurrency(name)) {
      case Looked.Missing<Optional<Integer>>() -> gone();
      case Looked.Unseen<Optional<Integer>> no ->
          Line.unseen(CHECK, "its reserved concurrency", no);
      case Looked.Seen<Optional<Integer>>(Optional<Integer> set) ->
          set.equals(Optional.of(0))
              ? Line.wrong(
                  CHECK,
                  "its reserved concurrency is 0, so it never runs",
                  "Run: aws lambda delete-function-concurrency --function-name %s, or set the number"
                          .formatted(name)
                      + " that ReservedConcurrency says; ask CloudTrail who called"
                      + " PutFunctionConcurrency.")
              : Line.ok(
                  CHECK,
                  set.map(number -> "%d of it may run at once".formatted(number))
                      .orElse("no reserved concurrency holds it back"));
    };
  }

  private Line mapping() {
    Optional<String> id = stack.physical("MonitorFunctionBuffer");
    Looked<Mapping> looked = id.isEmpty() ? new Looked.Missing<>() : account.mapping(id.get());
    return switch (looked) {
      case Looked.Missing<Mapping>() ->
          Line.wrong(
              CHECK,
              "the event source mapping from the buffer is gone",
              "Take the function's Buffer event out of the template, deploy, put it back and deploy"
                  + " again; ask CloudTrail who called DeleteEventSourceMapping.");
      case Looked.Unseen<Mapping> no -> Line.unseen(CHECK, "its event source mapping", no);
      case Looked.Seen<Mapping>(Mapping mapping) -> judged(id.orElseThrow(), mapping);
    };
  }

  private Line judged(String id, Mapping mapping) {
    String queue =
        stack.physical("Buffer").map(url -> stack.arnOf("sqs", QueueCheck.nameOf(url))).orElse("");
    String alias = stack.arnOf("lambda", "function:%s:%s".formatted(name, ALIAS));
    List<String> wrong = new ArrayList<>();
    if (!mapping.state().equals("Enabled")) {
      wrong.add("is " + mapping.state());
    }
    if (!mapping.from().equals(queue)) {
      wrong.add("does not read the buffer");
    }
    if (!mapping.to().equals(alias)) {
      wrong.add("does not start the alias " + ALIAS);
    }
    if (mapping.lastResult().startsWith("PROBLEM")) {
      wrong.add("says " + mapping.lastResult());
    }
    return wrong.isEmpty()
        ? Line.ok(CHECK, "its event source mapping from the buffer is Enabled")
        : Line.wrong(
            CHECK,
            "its event source mapping " + String.join(", ", wrong),
            "Run: aws lambda update-event-source-mapping --uuid %s --enabled --function-name %s;"
                    .formatted(id, alias)
                + " ask CloudTrail who changed it.");
  }
}
