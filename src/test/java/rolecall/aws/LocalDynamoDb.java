package rolecall.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * DynamoDB Local in a JVM of its own, started once for all tests that ask for it, in memory, on
 * loopback. It ends when this JVM does.
 *
 * <p>The build writes down where its libraries are (profile {@code what-tests-start} in the pom).
 */
public final class LocalDynamoDb {
  private static final Path LIBRARIES = Path.of("target/dynamodb-local.txt");
  private static final Path LOG = Path.of("target/dynamodb-local.log");
  private static final Path STARTER =
      Path.of("src/test/dynamodb-local/StartDynamoDbLocal.java").toAbsolutePath();

  private static final class Once {
    static final LocalDynamoDb RUNNING = start();
  }

  private final URI endpoint;
  private final DynamoDbClient client;
  private final AtomicInteger tables = new AtomicInteger();

  private LocalDynamoDb(URI endpoint) {
    this.endpoint = endpoint;
    this.client = clientOf(endpoint);
  }

  /** Starts it, unless it runs already. */
  public static LocalDynamoDb running() {
    return Once.RUNNING;
  }

  /** What {@code AWS_ENDPOINT_URL} must say to reach it; it takes any credentials and Region. */
  public URI endpoint() {
    return endpoint;
  }

  public DynamoDbClient client() {
    return client;
  }

  /** Makes an empty table like the template's, and gives its name. */
  public String newTable() {
    return newTable("pk", "sk");
  }

  /** Makes an empty table with those keys, both strings. */
  String newTable(String partition, String sort) {
    String name = "rolecall-" + tables.incrementAndGet();
    client.createTable(table ->
        table
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(text(partition), text(sort))
            .keySchema(key(partition, KeyType.HASH), key(sort, KeyType.RANGE)));
    return name;
  }

  /** A client of whatever listens there, as the function's is. */
  static DynamoDbClient clientOf(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIAEXAMPLE", "secret/EXAMPLE")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static LocalDynamoDb start() {
    try {
      Process process = command().redirectError(LOG.toFile()).start();
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      while (line != null && !line.startsWith("port ")) {
        line = output.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("DynamoDB Local does not start: " + Files.readString(LOG));
      }
      Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
      return new LocalDynamoDb(URI.create("http://127.0.0.1:" + line.substring(5)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ProcessBuilder command() throws IOException {
    if (!Files.exists(LIBRARIES)) {
      throw new IllegalStateException(
          LIBRARIES
              + " is missing: run the tests with Maven, or mvn generate-test-resources first");
    }
    List<String> libraries = Files.readAllLines(LIBRARIES);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dsqlite4java.library.path=" + nativeLibrary(libraries).getParent(),
            "-cp",
            libraries.stream()
                .filter(library -> library.endsWith(".jar"))
                .collect(Collectors.joining(System.getProperty("path.separator"))),
            STARTER.toString());
    command.environment().put("DDB_LOCAL_TELEMETRY", "0");
    return command;
  }

  /** SQLite of this machine; its reader finds it by name in the folder it is told. */
  private static Path nativeLibrary(List<String> libraries) {
    String system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux-amd64";
    return libraries.stream()
        .filter(library -> library.contains("libsqlite4java-" + system))
        .map(Path::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(LIBRARIES + " names no SQLite library"));
  }
}
