package rolecall.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The function as it is packaged, in a process of its own, started by AWS's runtime interface
 * client as Lambda's Java runtime starts it: with the classes and libraries of the package, and
 * nothing of the tests.
 */
final class RunningFunction implements AutoCloseable {
  static final String HANDLER = "rolecall.lambda.AuditHandler::handleRequest";
  private static final Path PACKAGE = Path.of("target", "function");

  private final Process process;
  private final Path log;

  /**
   * @param variables those of the function's definition, and where AWS is
   */
  RunningFunction(RuntimeApi api, Map<String, String> variables) throws IOException {
    this(api, variables, java(libraries(PACKAGE), HANDLER));
  }

  /** Any command that speaks to the runtime API. */
  RunningFunction(RuntimeApi api, Map<String, String> variables, List<String> command)
      throws IOException {
    log = Files.createTempFile("rolecall-function", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "rolecall-AuditFunction");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    environment.put("AWS_SESSION_TOKEN", "EXAMPLE-SESSION-TOKEN");
    environment.putAll(variables);
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    process = builder.start();
  }

  /** Everything that the function wrote to its log so far. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  /** What the process has used of the processors so far, all its threads together. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What starts a handler as the managed runtime for java25 does. */
  static List<String> java(List<String> classPath, String handler) {
    List<String> parts = new ArrayList<>(classPath);
    // What the managed runtime brings itself.
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(part ->
            part.contains("aws-lambda-java-runtime-interface-client")
                || part.contains("aws-lambda-java-serialization"))
        .forEach(parts::add);
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx384m",
        // For the client's own library, which the managed runtime allows as well.
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        String.join(File.pathSeparator, parts),
        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
        handler);
  }

  /** The libraries of a package, its own classes among them. */
  static List<String> libraries(Path unpacked) throws IOException {
    try (Stream<Path> lib = Files.list(unpacked.resolve("lib"))) {
      return lib.map(Path::toString).sorted().toList();
    }
  }

  /** Variables for a function that finds all of AWS at one address. */
  static Map<String, String> variables(String endpoint) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL", endpoint);
    variables.put("ROLECALL_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:rolecall-alerts");
    variables.put("ROLECALL_STACK", "rolecall");
    return variables;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    Files.delete(log);
  }
}
