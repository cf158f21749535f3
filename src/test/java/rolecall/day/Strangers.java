package rolecall.day;

import java.util.List;
import java.util.Map;

/** Callers without an identity of this account: customers who sign in, readers, other accounts. */
final class Strangers {
  private static final String BROWSER = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36";

  private Strangers() {}

  static List<Happening> call(Draw draw) {
    String address = "203.0.113." + draw.below(250);
    Actor nobody =
        new Actor(Shape.of("type", "Unknown", "principalId", "Anonymous"), address, BROWSER, false);
    Actor reader =
        new Actor(
            Shape.of("type", "AWSAccount", "principalId", "", "accountId", "anonymous"),
            address,
            BROWSER,
            false);
    Actor neighbour =
        Actors.account(
            "444455556666", "AROAEXAMPLE000000045:build", "203.0.113.45", "Boto3/1.35.0");
    Actor node = Actors.instance("eks-node", 99);
    return draw.any(
        List.of(
            new Calls(
                nobody,
                Call.write(
                    "cognito-idp",
                    "InitiateAuth",
                    "authFlow",
                    "USER_SRP_AUTH",
                    "authParameters",
                    "HIDDEN_DUE_TO_SECURITY_REASONS",
                    "clientId",
                    "exampleclientid")),
            new Calls(
                nobody,
                Call.write(
                    "cognito-idp",
                    "RespondToAuthChallenge",
                    "challengeName",
                    "PASSWORD_VERIFIER",
                    "clientId",
                    "exampleclientid"))),
        List.of(
            new Calls(
                reader,
                Call.read(
                        "s3",
                        "GetObject",
                        "bucketName",
                        "site-example",
                        "Host",
                        "site-example.s3.amazonaws.com",
                        "key",
                        "index.html")
                    .with("managementEvent", false)
                    .with("eventCategory", "Data"))),
        List.of(
            new Calls(
                neighbour,
                Call.read("kms", "Decrypt", "encryptionAlgorithm", "SYMMETRIC_DEFAULT")
                    .on(
                        "AWS::KMS::Key",
                        "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-0000000000a2")),
            new Calls(
                neighbour,
                Call.read(
                    "ecr",
                    "BatchGetImage",
                    "registryId",
                    Actors.ACCOUNT,
                    "repositoryName",
                    "shared"))),
        List.of(
            new Calls(
                node,
                Call.read(
                    "eks-auth",
                    "AssumeRoleForPodIdentity",
                    "clusterName",
                    "prod",
                    "token",
                    "HIDDEN_DUE_TO_SECURITY_REASONS")),
            RolesTaken.assumed(
                Actors.service("pods.eks.amazonaws.com"),
                Actors.roleArn("/", "chime-signalling-pod"),
                "eks-prod-signalling-0a1b2c3d",
                "tags",
                List.of(
                    tag("kubernetes-namespace", "conference"),
                    tag("kubernetes-service-account", "signalling")))));
  }

  private static Map<String, Object> tag(String key, String value) {
    return Shape.of("key", key, "value", value);
  }
}
