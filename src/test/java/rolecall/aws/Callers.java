package rolecall.aws;

import java.util.HashMap;
import java.util.Map;

/** Clients that call a stand-in, and what they need. */
final class Callers {
  private Callers() {}

  /** The variables of a function that calls there, once a call. */
  static Map<String, String> variables(StandIn aws) {
    return Map.of(
        "AWS_ENDPOINT_URL", aws.url(),
        "AWS_REGION", "eu-west-1",
        "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",
        "AWS_MAX_ATTEMPTS", "1");
  }

  /** The same with one more variable or another value. */
  static Map<String, String> variables(StandIn aws, String name, String value) {
    Map<String, String> variables = new HashMap<>(variables(aws));
    variables.put(name, value);
    return variables;
  }

  /** Clients of a function. */
  static AwsClients of(StandIn aws) {
    return AwsClients.forFunction(variables(aws));
  }
}
