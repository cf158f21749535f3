package rolecall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.StandIn;

/**
 * Measures a cold start: from the start of a process until the answer of its first invocation is
 * there, by the wall clock and by processor time. The packaged function takes turns with an empty
 * handler under the same runtime interface client and, if it is to be had, with a Python function
 * that does no more than publish the event through boto3. Run by {@code scripts/cold-start.sh}; no
 * test.
 */
final class ColdStart {
  private static final Path ALERTING =
      Path.of("events", "eventbridge", "chime-slr-edit-refused.json");

  /** Turns an event that alerts into one that concerns no rule. */
  private static String ofAnotherService(String event) {
    return event.replace("\"iam.amazonaws.com\"", "\"ec2.amazonaws.com\"");
  }

  /** Who runs, and with what. */
  private record Contender(
      List<String> command, boolean table, String event, String expected, int requests) {}

  /** One start. */
  private record Run(double wall, double processor) {}

  private ColdStart() {}

  /** Does nothing: what Java and the runtime interface client cost by themselves. */
  public static final class Nothing implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      input.readAllBytes();
      output.write("{}".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Prints medians and their ratio to the empty handler's.
   *
   * @param arguments how many rounds; the folders of unpacked packages, by default the one that was
   *     built
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
    SequencedMap<String, Contender> contenders = new LinkedHashMap<>();
    contenders.put("empty handler", nothing());
    python().ifPresent(python -> contenders.put("boto3 publishes", python));
    List<String> packages =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length)
            : List.of("target/function");
    for (String unpacked : packages) {
      List<String> command =
          RunningFunction.java(
              RunningFunction.libraries(Path.of(unpacked)), RunningFunction.HANDLER);
      String alerting = Files.readString(ALERTING);
      String name = packages.size() == 1 ? "" : " (" + unpacked + ")";
      contenders.put(
          "ignored" + name,
          new Contender(command, true, ofAnotherService(alerting), "\"ignored\":1", 0));
      contenders.put("alert" + name, new Contender(command, false, alerting, "\"alerted\":1", 1));
      contenders.put(
          "alert, table" + name, new Contender(command, true, alerting, "\"alerted\":1", 4));
    }
    SequencedMap<String, List<Run>> runs = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (var contender : contenders.entrySet()) {
        Run run = run(contender.getKey(), contender.getValue());
        if (round >= 0) {
          // The first round warms the disk's cache.
          runs.computeIfAbsent(contender.getKey(), _ -> new ArrayList<>()).add(run);
        }
      }
    }
    print(runs);
  }

  private static Contender nothing() throws IOException {
    // Of the tests' classes it needs this one, and of the libraries what the client needs.
    List<String> classPath =
        RunningFunction.libraries(Path.of("target", "function")).stream()
            .filter(jar -> jar.contains("aws-lambda-java-core") || jar.contains("org-crac"))
            .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    classPath.add(Path.of("target", "test-classes").toString());
    return new Contender(
        RunningFunction.java(classPath, Nothing.class.getName() + "::handleRequest"),
        false,
        Files.readString(ALERTING),
        "{}",
        0);
  }

  /** A Python with boto3, named by the variable PYTHON. */
  private static Optional<Contender> python() throws IOException {
    Optional<String> python = Optional.ofNullable(System.getenv("PYTHON"));
    if (python.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contender(
            List.of(python.get(), "scripts/cold-start.py"),
            false,
            Files.readString(ALERTING),
            "{}",
            1));
  }

  private static Run run(String name, Contender contender) throws Exception {
    try (StandIn aws = StandIn.start().otherwise(ColdStart::answer);
        RuntimeApi api = new RuntimeApi()) {
      Map<String, String> variables = RunningFunction.variables(aws.url());
      if (contender.table()) {
        variables.put("ROLECALL_TABLE_NAME", "rolecall");
      }
      long start = System.nanoTime();
      try (RunningFunction function = new RunningFunction(api, variables, contender.command())) {
        RuntimeApi.Reply reply;
        try {
          reply = api.invoke(contender.event());
        } catch (AssertionError silent) {
          throw new AssertionError(name + " logged " + function.log(), silent);
        }
        double wall = (System.nanoTime() - start) / 1e6;
        double processor = function.processorTime().toNanos() / 1e6;
        if (!reply.body().contains(contender.expected())) {
          throw new AssertionError(name + " answered " + reply + "\n" + function.log());
        }
        if (aws.asked().size() < contender.requests()) {
          throw new AssertionError(name + " asked only " + aws.asked().size());
        }
        return new Run(wall, processor);
      }
    }
  }

  /** SNS takes everything; the table is empty and takes everything. */
  private static rolecall.aws.Answer answer(Asked request) {
    return request.header("X-Amz-Target").isPresent()
        ? Answers.json(200, "{}")
        : Answers.published("id-1");
  }

  private static void print(SequencedMap<String, List<Run>> runs) {
    List<Run> empty = runs.firstEntry().getValue();
    runs.forEach((name, of) ->
        System.out.printf(
            Locale.ROOT,
            "%-34s wall %4.0f ms (%.0f to %.0f), %4.2f of empty; processor %4.0f ms, %4.2f of"
                + " empty%n",
            name,
            median(of, false),
            of.stream().mapToDouble(Run::wall).min().orElseThrow(),
            of.stream().mapToDouble(Run::wall).max().orElseThrow(),
            median(of, false) / median(empty, false),
            median(of, true),
            median(of, true) / median(empty, true)));
  }

  private static double median(List<Run> runs, boolean processor) {
    double[] sorted =
        runs.stream()
            .mapToDouble(run -> processor ? run.processor() : run.wall())
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
