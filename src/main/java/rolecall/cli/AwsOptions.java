package rolecall.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that may speak to AWS. */
final class AwsOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "call AWS with the credentials of this profile")
  private String profile;

  @Option(names = "--region", paramLabel = "REGION", description = "call AWS in this Region")
  private String region;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "call this address instead of AWS's own, as AWS_ENDPOINT_URL does")
  private String endpoint;

  AwsChoice choice() throws Refused {
    return new AwsChoice(
        System.getenv(), word("--profile", profile), region(), endpoint("--endpoint-url"));
  }

  private Optional<String> region() throws Refused {
    Optional<String> word = word("--region", region);
    if (word.filter(name -> !name.matches("[a-z0-9-]{1,63}")).isPresent()) {
      throw Refused.usage(
          "--region takes the name of a Region such as us-east-1, not '%s'.".formatted(region));
    }
    return word;
  }

  private Optional<URI> endpoint(String option) throws Refused {
    Optional<String> word = word(option, endpoint);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(word.get());
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException _) {
      // Said below, as for an address of another kind.
    }
    throw Refused.usage(
        "%s takes an address such as http://localhost:4566, not '%s'.".formatted(option, endpoint));
  }

  private static Optional<String> word(String option, String word) throws Refused {
    if (word != null && word.isBlank()) {
      throw Refused.usage(option + " needs a value, not an empty text.");
    }
    return Optional.ofNullable(word);
  }
}
