package rolecall.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Clients of AWS over the JVM's own HTTP connections, each built when it is first asked for. They
 * obey the SDK's own variables, {@code AWS_ENDPOINT_URL} among them. Thread-safe.
 *
 * <p>Asking for a client throws {@link software.amazon.awssdk.core.exception.SdkClientException}
 * when no Region is known.
 */
public final class AwsClients implements AutoCloseable {
  private final AwsSettings settings;
  private final Lazy<AwsCredentials> credentials;
  private final Lazy<SnsClient> sns = new Lazy<>(this::newSns);
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(this::newDynamoDb);
  private final Lazy<S3Client> s3 = new Lazy<>(this::newS3);
  private final Lazy<CloudTrailClient> cloudTrail = new Lazy<>(this::newCloudTrail);
  private final Map<String, CloudTrailClient> cloudTrails = new ConcurrentHashMap<>();
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();

  /** One provider for all clients, so that what it looked up is looked up once. */
  private record AwsCredentials(AwsCredentialsProvider provider) implements SdkAutoCloseable {
    @Override
    public void close() {
      if (provider instanceof SdkAutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  private AwsClients(AwsSettings settings) {
    this.settings = settings;
    this.credentials = new Lazy<>(() -> new AwsCredentials(settings.credentials()));
  }

  /**
   * Clients for the function: Region and credentials come from its variables, or from the address
   * that they name; no profile is read and no machine is asked.
   *
   * @param variables of the environment
   */
  public static AwsClients forFunction(Map<String, String> variables) {
    return new AwsClients(
        new AwsSettings(variables, Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  /**
   * Clients for a person's machine, where what is not chosen comes from the SDK's chains.
   *
   * @param variables of the environment
   */
  public static AwsClients forCommandLine(
      Map<String, String> variables,
      Optional<String> profile,
      Optional<String> region,
      Optional<URI> endpoint) {
    return new AwsClients(new AwsSettings(variables, profile, region, endpoint, false));
  }

  /** The client for alerts. */
  public SnsClient sns() {
    return sns.get();
  }

  /** The client for the ledger's table. It gives up early, so that alerts are not delayed. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  /** The client for log files and policies. It finds buckets of other Regions by itself. */
  public S3Client s3() {
    return s3.get();
  }

  /** The client for the account's own recent events. */
  public CloudTrailClient cloudTrail() {
    return cloudTrail.get();
  }

  /** A client for the events of one Region, which calls once and leaves it at that. */
  CloudTrailClient cloudTrail(String region) {
    return cloudTrails.computeIfAbsent(region, this::newCloudTrail);
  }

  /** The pace of all calls that look up events of one Region, whoever makes them. */
  Pace pace(String region) {
    return paces.computeIfAbsent(region, _ -> new Pace());
  }

  /** Looks the credentials up, and throws when there are none. */
  void findCredentials() {
    software.amazon.awssdk.auth.credentials.AwsCredentials _ =
        credentials.get().provider().resolveCredentials();
  }

  /** The Region that was chosen or is set. */
  String region() {
    return cloudTrail().serviceClientConfiguration().region().id();
  }

  @Override
  public void close() {
    cloudTrails.values().forEach(SdkAutoCloseable::close);
    Stream.of(sns, dynamoDb, s3, cloudTrail, credentials)
        .flatMap(lazy -> lazy.ifMade().stream())
        .forEach(SdkAutoCloseable::close);
  }

  private SnsClient newSns() {
    SnsClientBuilder builder = SnsClient.builder();
    return settle(builder, Patience.ALERTS, "SNS").build();
  }

  private DynamoDbClient newDynamoDb() {
    DynamoDbClientBuilder builder = DynamoDbClient.builder().endpointDiscoveryEnabled(false);
    return settle(builder, Patience.LEDGER, "DYNAMODB").build();
  }

  private S3Client newS3() {
    S3ClientBuilder builder =
        S3Client.builder()
            .crossRegionAccessEnabled(true)
            .disableS3ExpressSessionAuth(true)
            // Log files are gzip, which has a checksum of its own.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    if (settings.endpoint("S3").isPresent()) {
      // Other servers than AWS's own have no host name for each bucket.
      builder.forcePathStyle(true);
    }
    return settle(builder, Patience.OBJECTS, "S3").build();
  }

  private CloudTrailClient newCloudTrail() {
    CloudTrailClientBuilder builder = CloudTrailClient.builder();
    return settle(builder, Patience.ALERTS, "CLOUDTRAIL").build();
  }

  private CloudTrailClient newCloudTrail(String region) {
    CloudTrailClientBuilder builder = CloudTrailClient.builder();
    return settle(builder, Patience.LOOKUPS, "CLOUDTRAIL").region(Region.of(region)).build();
  }

  /** Who calls, where, how patiently: the same for every service. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B settle(
      B builder, Patience patience, String service) {
    ClientOverrideConfiguration.Builder limits =
        patience.limits(patience.attempts() == 1 ? 1 : settings.attempts(patience.attempts()));
    settings.profiles().ifPresent(limits::defaultProfileFileSupplier);
    settings.profile().ifPresent(limits::defaultProfileName);
    builder
        .httpClient(patience.http())
        .credentialsProvider(credentials.get().provider())
        .defaultsMode(DefaultsMode.STANDARD)
        .overrideConfiguration(limits.build());
    settings.knownRegion().ifPresent(builder::region);
    settings.endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }
}
