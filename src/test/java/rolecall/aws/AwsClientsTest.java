package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

class AwsClientsTest {
  private final StandIn aws = StandIn.start().otherwise(asked -> Answers.json(200, "{}"));

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void each_call_is_signed_for_its_service_with_the_key_and_token_of_the_variables() {
    try (AwsClients clients =
        AwsClients.forFunction(Callers.variables(aws, "AWS_SESSION_TOKEN", "TOKENEXAMPLE"))) {
      aws.then(Answers.published("id"));
      clients.sns().publish(r -> r.topicArn("arn:aws:sns:eu-west-1:111122223333:t").message("m"));
      clients.dynamoDb().describeTable(r -> r.tableName("claims"));
      aws.then(Answers.object(new byte[0]));
      clients.s3().getObjectAsBytes(r -> r.bucket("example-trail").key("a b/\u00e9.json"));
      clients.cloudTrail().lookupEvents(r -> r.maxResults(1));
    }

    assertThat(aws.asked())
        .extracting(asked -> asked.signedFor().orElse("unsigned"))
        .containsExactly("sns", "dynamodb", "s3", "cloudtrail");
    assertThat(aws.asked())
        .allSatisfy(asked -> {
          assertThat(asked.signedIn()).contains("eu-west-1");
          assertThat(asked.signedBy()).contains("AKIAIOSFODNN7EXAMPLE");
          assertThat(asked.header("X-Amz-Security-Token")).contains("TOKENEXAMPLE");
        });
  }

  @Test
  void buckets_stand_in_the_path_where_the_endpoint_is_not_awss_own() {
    try (AwsClients clients = Callers.of(aws)) {
      aws.then(Answers.object(new byte[0]));
      clients.s3().getObjectAsBytes(r -> r.bucket("example-trail").key("a b/\u00e9.json"));
    }
    assertThat(aws.asked().getFirst().target()).isEqualTo("/example-trail/a%20b/%C3%A9.json");
  }

  @Test
  void a_services_own_endpoint_comes_before_that_of_all_services() {
    try (StandIn other = StandIn.start().otherwise(asked -> Answers.published("id"));
        AwsClients clients =
            AwsClients.forFunction(Callers.variables(aws, "AWS_ENDPOINT_URL_SNS", other.url()))) {
      clients.sns().publish(r -> r.topicArn("arn:aws:sns:eu-west-1:111122223333:t").message("m"));
      clients.dynamoDb().describeTable(r -> r.tableName("claims"));

      assertThat(other.asked()).hasSize(1);
      assertThat(aws.asked()).hasSize(1);
    }
  }

  @Test
  void clients_are_built_once_and_only_when_asked_for() {
    try (AwsClients clients = Callers.of(aws)) {
      SnsClient sns = clients.sns();
      S3Client s3 = clients.s3();
      DynamoDbClient dynamoDb = clients.dynamoDb();
      CloudTrailClient cloudTrail = clients.cloudTrail();
      assertThat(clients.sns()).isSameAs(sns);
      assertThat(clients.s3()).isSameAs(s3);
      assertThat(clients.dynamoDb()).isSameAs(dynamoDb);
      assertThat(clients.cloudTrail()).isSameAs(cloudTrail);
    }
    AwsClients.forFunction(Map.of("AWS_ENDPOINT_URL", "no address")).close();
  }

  @Test
  void a_function_from_a_snapshot_asks_the_address_that_its_variables_name_for_credentials() {
    String address = "aws.containerCredentialsFullUri";
    System.setProperty(address, aws.url() + "/credentials");
    aws.then(
        Answer.reply(
            200,
            "application/json",
            """
            {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "SECRETEXAMPLE",
             "Token": "TOKENEXAMPLE", "Expiration": "2999-01-01T00:00:00Z"}
            """),
        Answers.published("id"));
    try (AwsClients clients =
        AwsClients.forFunction(
            Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                aws.url() + "/credentials",
                "AWS_ENDPOINT_URL",
                aws.url(),
                "AWS_REGION",
                "eu-west-1"))) {
      clients.sns().publish(r -> r.topicArn("arn:aws:sns:eu-west-1:111122223333:t").message("m"));
    } finally {
      System.clearProperty(address);
    }
    assertThat(aws.asked().getFirst().path()).isEqualTo("/credentials");
    assertThat(aws.asked().getLast().signedBy()).contains("ASIAIOSFODNN7EXAMPLE");
    assertThat(aws.asked().getLast().header("X-Amz-Security-Token")).contains("TOKENEXAMPLE");
  }

  @Test
  void the_ledger_is_given_up_early() {
    try (AwsClients clients = Callers.of(aws)) {
      aws.then(new Answer.Silence());
      assertThatThrownBy(() -> clients.dynamoDb().describeTable(r -> r.tableName("claims")))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("Read timed out");
    }
  }

  @Test
  void on_the_command_line_what_a_person_chose_comes_first() {
    try (AwsClients clients =
        AwsClients.forCommandLine(
            Callers.variables(aws, "AWS_ENDPOINT_URL", "http://192.0.2.1:1"),
            Optional.empty(),
            Optional.of("us-east-2"),
            Optional.of(java.net.URI.create(aws.url())))) {
      clients.cloudTrail().lookupEvents(r -> r.maxResults(1));
    }
    assertThat(aws.asked().getFirst().signedIn()).contains("us-east-2");
  }
}
