package rolecall.cli;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rolecall.aws.AwsClients;

/**
 * Whom a user wants to be in AWS, where, and at which address; what is not chosen is left to the
 * SDK's own variables and files.
 *
 * @param variables of the environment
 */
record AwsChoice(
    Map<String, String> variables,
    Optional<String> profile,
    Optional<String> region,
    Optional<URI> endpoint) {
  AwsChoice {
    variables = Map.copyOf(variables);
    Objects.requireNonNull(profile, "profile is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(endpoint, "endpoint is null");
  }

  /** The same, in the Region that the SDK's own variables and files say. */
  AwsChoice withoutRegion() {
    return new AwsChoice(variables, profile, Optional.empty(), endpoint);
  }

  /** Clients for that, which the caller closes. Loads the SDK, so only what needs it asks. */
  AwsClients clients() {
    return AwsClients.forCommandLine(variables, profile, region, endpoint);
  }
}
