package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import rolecall.aws.Sleeping;
import rolecall.aws.StandIn;
import rolecall.aws.Waiting;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * The function in this process, with the real clients of AWS and a clock that moves when it is
 * told.
 */
final class InProcess {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final AuditHandler handler;
  private Instant now = Instant.parse("2026-03-02T09:15:00Z");
  private int count;

  InProcess(Map<String, String> variables) {
    this(variables, new Sleeping());
  }

  /** Waits between look-ups in a time of its own. */
  InProcess(Map<String, String> variables, Waiting waiting) {
    this.handler =
        new AuditHandler(
            Wiring.of(variables, () -> now, new PrintStream(log, true, UTF_8), waiting));
  }

  /** Those of a function that looks nothing up in CloudTrail. */
  static Map<String, String> variables(StandIn aws) {
    Map<String, String> variables = new LinkedHashMap<>(RunningFunction.variables(aws.url()));
    variables.put("AWS_REGION", "us-east-1");
    variables.put("ROLECALL_LINEAGE", "off");
    variables.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    variables.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    return variables;
  }

  /** Moves the clock. */
  void later(Duration by) {
    now = now.plus(by);
  }

  /** The answer. */
  String invoke(String event) {
    return invoke(event, () -> 60_000);
  }

  /** As {@link #invoke(String)}, with so much time left whenever it is asked. */
  String invoke(String event, IntSupplier millisLeft) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(UTF_8)),
          answer,
          new Invocation("i-" + ++count, millisLeft));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return answer.toString(UTF_8);
  }

  /** Everything that was logged since the last time it was asked. */
  List<Json> log() {
    List<Json> lines =
        log.toString(UTF_8)
            .lines()
            .map(line -> {
              try {
                return JsonReader.read(line);
              } catch (UnreadableJson broken) {
                throw new AssertionError("a log line is no JSON: " + line, broken);
              }
            })
            .toList();
    log.reset();
    return lines;
  }

  /** The counters of the last invocation, those that are not zero. */
  Map<String, String> counters() {
    Map<String, String> counters = new LinkedHashMap<>();
    for (Json line : log()) {
      if (line.get("_aws").isPresent() && line instanceof Json.Obj object) {
        object
            .members()
            .forEach((name, value) -> {
              if (value instanceof Json.Num(String number) && !number.equals("0")) {
                counters.put(name, number);
              }
            });
      }
    }
    return counters;
  }

  private record Invocation(String getAwsRequestId, IntSupplier millisLeft) implements Context {
    @Override
    public int getRemainingTimeInMillis() {
      return millisLeft.getAsInt();
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/rolecall";
    }

    @Override
    public String getLogStreamName() {
      return "1";
    }

    @Override
    public String getFunctionName() {
      return "rolecall";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return RuntimeApi.FUNCTION_ARN;
    }

    @Override
    public CognitoIdentity getIdentity() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      throw new UnsupportedOperationException();
    }
  }
}
