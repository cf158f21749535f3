package rolecall.aws;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * Who calls AWS, where, and at which address. What the variables say is taken from them; only what
 * they leave open is looked up by the SDK's chains, which read files and ask the machine.
 *
 * @param variables of the environment
 * @param profile that a person chose; its credentials come before those of the variables
 * @param region that a person chose
 * @param endpoint that a person chose, for every service
 * @param inFunction where there are neither profiles nor a machine to ask
 */
record AwsSettings(
    Map<String, String> variables,
    Optional<String> profile,
    Optional<String> region,
    Optional<URI> endpoint,
    boolean inFunction) {
  AwsSettings {
    variables = Map.copyOf(variables);
    Objects.requireNonNull(profile, "profile is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(endpoint, "endpoint is null");
  }

  /** The credentials: of the chosen profile, of the variables, or of the SDK's chain. */
  AwsCredentialsProvider credentials() {
    if (profile.isPresent()) {
      return ProfileCredentialsProvider.create(profile.get());
    }
    Optional<String> id = variable("AWS_ACCESS_KEY_ID");
    Optional<String> secret = variable("AWS_SECRET_ACCESS_KEY");
    if (id.isPresent() && secret.isPresent()) {
      return StaticCredentialsProvider.create(
          variable("AWS_SESSION_TOKEN").isPresent()
              ? AwsSessionCredentials.create(
                  id.get(), secret.get(), variable("AWS_SESSION_TOKEN").get())
              : AwsBasicCredentials.create(id.get(), secret.get()));
    }
    // How a function that starts from a snapshot gets credentials that are not as old as that.
    if (inFunction && variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return ContainerCredentialsProvider.create();
    }
    return DefaultCredentialsProvider.builder().build();
  }

  /**
   * The Region, if the SDK's chain need not look for it. As in AWS's own command line the variables
   * come before the profile, the older one of them included.
   */
  Optional<Region> knownRegion() {
    return region
        .or(() -> variable("AWS_REGION"))
        .or(() -> variable("AWS_DEFAULT_REGION"))
        .map(Region::of);
  }

  /**
   * The address that replaces a service's own.
   *
   * @param service as it ends the name of a variable: {@code DYNAMODB}
   */
  Optional<URI> endpoint(String service) {
    if (endpoint.isPresent()) {
      return endpoint;
    }
    if (variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
        .filter("true"::equalsIgnoreCase)
        .isPresent()) {
      return Optional.empty();
    }
    return variable("AWS_ENDPOINT_URL_" + service)
        .or(() -> variable("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /** The profiles to read settings from, where that is not the SDK's own choice. */
  Optional<Supplier<ProfileFile>> profiles() {
    return inFunction ? Optional.of(() -> ProfileFile.aggregator().build()) : Optional.empty();
  }

  /** How often a call is tried in all: what the variables say, or that. */
  int attempts(int otherwise) {
    return variable("AWS_MAX_ATTEMPTS")
        .filter(number -> number.matches("[1-9]\\d?"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
