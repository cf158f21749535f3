package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.alert.AlertMessage;
import rolecall.alert.Topic.Published;

class SnsTopicTest {
  private static final String ARN = "arn:aws:sns:eu-west-1:111122223333:rolecall-alerts";

  private final StandIn aws = StandIn.start();
  private final AwsClients clients = Callers.of(aws);
  private final SnsTopic topic = new SnsTopic(clients, ARN);

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void a_message_goes_out_as_one_signed_publish_with_a_body_for_each_protocol() {
    aws.then(Answers.published("94f20ce6-13c5-43a0-9a9e-ca52d816e90b"));

    assertThat(topic.publish(message()))
        .isEqualTo(new Published.Sent("94f20ce6-13c5-43a0-9a9e-ca52d816e90b"));
    assertThat(aws.asked()).hasSize(1);
    Asked asked = aws.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.target()).isEqualTo("/");
    assertThat(asked.signedFor()).contains("sns");
    assertThat(asked.signedIn()).contains("eu-west-1");
    assertThat(asked.signedBy()).contains("AKIAIOSFODNN7EXAMPLE");
    assertThat(asked.form())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("Action", "Publish"),
                Map.entry("Version", "2010-03-31"),
                Map.entry("TopicArn", ARN),
                Map.entry("Subject", "[HIGH] dana took a role"),
                Map.entry("MessageStructure", "json"),
                Map.entry(
                    "Message", "{\"default\":\"Zo\u00eb & \\\"co\\\" = 1+1\",\"sms\":\"short\"}"),
                Map.entry("MessageAttributes.entry.1.Name", "severity"),
                Map.entry("MessageAttributes.entry.1.Value.DataType", "String"),
                Map.entry("MessageAttributes.entry.1.Value.StringValue", "high"),
                Map.entry("MessageAttributes.entry.2.Name", "account"),
                Map.entry("MessageAttributes.entry.2.Value.DataType", "String"),
                Map.entry("MessageAttributes.entry.2.Value.StringValue", "111122223333")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | Throttled             | AWS throttles the calls (Throttled). Nothing is lost; if it"
            + " stays so, ask AWS for a higher quota.",
        "400 | Throttled             | AWS throttles the calls (Throttled). Nothing is lost; if it"
            + " stays so, ask AWS for a higher quota.",
        "400 | Throttling            | AWS throttles the calls (Throttling). Nothing is lost; if it"
            + " stays so, ask AWS for a higher quota.",
        "400 | ThrottlingException   | AWS throttles the calls (ThrottlingException). Nothing is"
            + " lost; if it stays so, ask AWS for a higher quota.",
        "400 | KMSThrottling         | KMS throttles the topic's key (KMSThrottling). Ask for a"
            + " higher quota if it stays so.",
        "400 | KMSAccessDenied       | the topic's key may not be used (KMSAccessDenied). Allow"
            + " kms:GenerateDataKey* and kms:Decrypt on the key, in its own policy too, to the"
            + " function's role.",
        "400 | KMSDisabled           | the topic's key is disabled (KMSDisabled). Enable it in"
            + " KMS.",
        "400 | KMSInvalidState       | the topic's key cannot be used in the state that it is in"
            + " (KMSInvalidState). Cancel its deletion or finish its import in KMS.",
        "400 | KMSNotFound           | the topic's key does not exist (KMSNotFound). Give the topic"
            + " another key.",
        "403 | KMSOptInRequired      | this account may not use KMS (KMSOptInRequired). Finish the"
            + " account's sign-up.",
        "404 | NotFound              | the topic does not exist (NotFound). Create it, or correct"
            + " the topic's ARN in the function's settings.",
        "400 | EndpointDisabled      | the endpoint is disabled (EndpointDisabled). Name a topic"
            + " instead, or enable it.",
        "403 | AuthorizationError    | publishing is denied (AuthorizationError). Allow sns:Publish"
            + " on the topic to the function's role, and let no other policy deny it.",
        "403 | InvalidSecurity       | AWS does not take the credentials (InvalidSecurity). Check"
            + " the access key, the session token and the Region.",
        "403 | InvalidClientTokenId  | AWS does not take the credentials (InvalidClientTokenId)."
            + " Check the access key, the session token and the Region.",
        "403 | SignatureDoesNotMatch | AWS does not take the credentials (SignatureDoesNotMatch)."
            + " Check the access key, the session token and the Region.",
        "403 | ExpiredToken          | the AWS credentials have expired (ExpiredToken). Sign in"
            + " again; a function gets new ones by itself.",
        "400 | RequestExpired        | the clock of this machine is wrong, so AWS takes no"
            + " signature (RequestExpired). Set the clock.",
        "500 | InternalError         | AWS has a fault of its own (InternalError). Nothing can be"
            + " done but to wait; see health.aws.amazon.com.",
        "503 | ServiceUnavailable    | AWS has a fault of its own (ServiceUnavailable). Nothing can"
            + " be done but to wait; see health.aws.amazon.com.",
        "418 | NeverHeardOf          | AWS refuses the call (NeverHeardOf). Look the code up in the"
            + " service's reference.",
      })
  void what_may_be_mended_is_not_sent_and_says_how(int status, String code, String why) {
    aws.then(Answers.snsError(status, code, "the caller sent hunter2"));

    assertThat(topic.publish(message()))
        .isEqualTo(new Published.NotSent("The alert was not published: " + why));
    assertThat(aws.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | InvalidParameter     | Invalid parameter: Message too long | SNS does not take this"
            + " message (InvalidParameter: message too long).",
        "400 | InvalidParameter     | Invalid parameter: Subject hunter2  | SNS does not take this"
            + " message (InvalidParameter: subject).",
        "400 | ParameterValueInvalid| hunter2                             | SNS does not take this"
            + " message (ParameterValueInvalid: something in it).",
        "400 | ValidationException  | MessageAttributes hunter2           | SNS does not take this"
            + " message (ValidationException: messageattributes).",
        "413 | RequestEntityTooLarge| hunter2                             | SNS takes no message of"
            + " this size (RequestEntityTooLarge).",
      })
  void a_message_that_is_never_taken_is_our_fault(
      int status, String code, String message, String why) {
    aws.then(Answers.snsError(status, code, message));

    assertThat(topic.publish(message())).isEqualTo(new Published.Unacceptable(why));
  }

  @Test
  void a_wrong_topic_is_no_fault_of_the_message() {
    aws.then(Answers.snsError(400, "InvalidParameter", "Invalid parameter: TopicArn hunter2"));

    assertThat(topic.publish(message()))
        .isEqualTo(
            new Published.NotSent(
                "The alert was not published: SNS does not take the topic's ARN"
                    + " (InvalidParameter). Correct it in the function's settings; it must lie in"
                    + " the function's Region."));
  }

  @Test
  void a_denial_names_the_action_that_aws_names_and_nothing_else_of_it() {
    aws.then(
        Answers.snsError(
            403,
            "AuthorizationError",
            "User: hunter2 is not authorized to perform: SNS:Publish on resource: hunter2"));
    aws.then(
        Answers.snsError(
            403, "AccessDeniedException", "is not authorized to perform: kms:GenerateDataKey on"));

    assertThat(List.of(topic.publish(message()), topic.publish(message())))
        .containsExactly(
            new Published.NotSent(
                "The alert was not published: publishing is denied (AuthorizationError). Allow"
                    + " sns:Publish on the topic to the function's role, and let no other policy"
                    + " deny it."),
            new Published.NotSent(
                "The alert was not published: publishing is denied (AccessDeniedException). Allow"
                    + " kms:GenerateDataKey on the topic to the function's role, and let no other"
                    + " policy deny it."));
  }

  @Test
  void a_code_that_is_no_code_is_not_repeated() {
    aws.then(Answers.snsError(400, "hunter2 \u202e<b>", "x"));

    assertThat(topic.publish(message()))
        .isEqualTo(
            new Published.NotSent(
                "The alert was not published: AWS refuses the call (HTTP 400). Look the code up in"
                    + " the service's reference."));
  }

  @Test
  void a_connection_that_breaks_is_not_sent() {
    aws.otherwise(asked -> new Answer.Reset());

    assertThat(topic.publish(message()))
        .isEqualTo(
            new Published.NotSent(
                "The alert was not published: the connection to AWS broke (SocketException). Check"
                    + " the network, the endpoint and, in a VPC, its way to AWS."));
  }

  @Test
  void an_answer_that_is_no_http_is_not_sent() {
    aws.otherwise(asked -> new Answer.Garbage());

    assertThat(topic.publish(message())).isInstanceOf(Published.NotSent.class);
  }

  @Test
  void an_answer_cut_in_its_body_may_have_been_sent_and_counts_as_not() {
    aws.otherwise(asked -> new Answer.Cut(Answers.published("id"), 20));

    assertThat(topic.publish(message())).isInstanceOf(Published.NotSent.class);
  }

  @Test
  void a_success_that_is_no_xml_counts_as_not_sent() {
    aws.then(Answer.reply(200, "text/xml", "<PublishResponse><PublishResult>"));

    assertThat(topic.publish(message())).isInstanceOf(Published.NotSent.class);
  }

  @Test
  void a_server_that_never_answers_is_given_up() {
    aws.otherwise(asked -> new Answer.Silence());

    assertThat(topic.publish(message()))
        .isEqualTo(
            new Published.NotSent(
                "The alert was not published: AWS did not answer in time"
                    + " (SocketTimeoutException). Check the network, the endpoint and, in a VPC,"
                    + " its way to AWS."));
  }

  @Test
  void a_server_that_is_not_there_is_not_sent() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (AwsClients nowhere =
        AwsClients.forFunction(
            Callers.variables(aws, "AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:" + port))) {
      assertThat(new SnsTopic(nowhere, ARN).publish(message()))
          .isEqualTo(
              new Published.NotSent(
                  "The alert was not published: no connection to AWS stands (ConnectException)."
                      + " Check the network, the endpoint and, in a VPC, its way to AWS."));
    }
    assertThat(aws.asked()).isEmpty();
  }

  @Test
  void faults_of_aws_are_tried_again_before_they_are_told() {
    try (AwsClients patient =
        AwsClients.forFunction(Callers.variables(aws, "AWS_MAX_ATTEMPTS", "3"))) {
      aws.then(
          Answers.snsError(500, "InternalError", "x"),
          Answers.snsError(503, "ServiceUnavailable", "x"),
          Answers.published("third"));

      assertThat(new SnsTopic(patient, ARN).publish(message()))
          .isEqualTo(new Published.Sent("third"));
    }
  }

  private static AlertMessage message() {
    SequencedMap<String, String> bodies = new LinkedHashMap<>();
    bodies.put("default", "Zo\u00eb & \"co\" = 1+1");
    bodies.put("sms", "short");
    SequencedMap<String, String> attributes = new LinkedHashMap<>();
    attributes.put("severity", "high");
    attributes.put("account", "111122223333");
    return new AlertMessage("[HIGH] dana took a role", bodies, attributes);
  }
}
