package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.ingest.LogObject;
import rolecall.ingest.LogObjects.Opened;

class S3LogObjectsTest {
  private static final LogObject LOG =
      new LogObject("example-trail", "AWSLogs/a b+c/\u00e9.json.gz", Optional.empty());

  private final StandIn aws = StandIn.start();
  private final AwsClients clients = Callers.of(aws);
  private final S3LogObjects objects = new S3LogObjects(clients);

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void an_object_is_read_as_stored_with_one_signed_request() throws Exception {
    byte[] stored = {0x1f, (byte) 0x8b, 0, 13, 10, (byte) 0xff};
    aws.then(Answers.object(stored));

    try (InputStream bytes = stream(LOG)) {
      assertThat(bytes.readAllBytes()).isEqualTo(stored);
    }
    assertThat(aws.asked()).hasSize(1);
    Asked asked = aws.asked().getFirst();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.target()).isEqualTo("/example-trail/AWSLogs/a%20b%2Bc/%C3%A9.json.gz");
    assertThat(asked.signedFor()).contains("s3");
    assertThat(asked.header("x-amz-checksum-mode")).isEmpty();
  }

  @Test
  void a_version_is_asked_for_by_its_id() throws Exception {
    aws.then(Answers.object(new byte[] {'x'}, "\"t\"", Optional.of("v/1+")));

    stream(new LogObject("example-trail", "a.json", Optional.of("v/1+"))).close();
    assertThat(aws.asked().getFirst().query()).containsEntry("versionId", "v/1+");
  }

  @Test
  void bytes_come_before_the_object_is_whole() throws Exception {
    byte[] large = new byte[100_000];
    aws.then(new Answer.Stalled(Answers.object(large), 50_000));

    try (InputStream bytes = stream(LOG)) {
      assertThat(bytes.readNBytes(50_000)).hasSize(50_000);
    }
  }

  @Test
  void an_object_that_is_closed_early_does_not_spoil_the_next() throws Exception {
    aws.then(Answers.object(new byte[3_000_000]), Answers.object(new byte[] {'x'}));

    try (InputStream bytes = stream(LOG)) {
      assertThat(bytes.read()).isZero();
    }
    try (InputStream bytes = stream(LOG)) {
      assertThat(bytes.readAllBytes()).containsExactly('x');
    }
  }

  @Test
  void a_connection_that_breaks_in_the_middle_is_an_error_of_reading() throws Exception {
    aws.then(new Answer.Cut(Answers.object(new byte[100_000]), 50_000));

    try (InputStream bytes = stream(LOG)) {
      assertThatThrownBy(bytes::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | SlowDown           | AWS throttles the calls (SlowDown).",
        "500 | InternalError      | AWS has a fault of its own (InternalError).",
        "503 | ServiceUnavailable | AWS has a fault of its own (ServiceUnavailable).",
        "400 | RequestTimeout     | AWS refuses the call (RequestTimeout).",
        "400 | ExpiredToken       | The AWS credentials have expired (ExpiredToken).",
        "403 | InvalidAccessKeyId | AWS does not take the credentials (InvalidAccessKeyId).",
        "403 | RequestTimeTooSkewed | The clock of this machine is wrong, so AWS takes no signature"
            + " (RequestTimeTooSkewed).",
      })
  void what_passes_may_work_later(int status, String code, String what) {
    aws.otherwise(asked -> Answers.s3Error(status, code, "hunter2"));

    assertThat(objects.open(LOG))
        .isInstanceOfSatisfying(
            Opened.Later.class,
            later -> assertThat(later.why()).startsWith(what + " ").doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | NoSuchKey     | There is no such object (NoSuchKey). | Check the key; a lifecycle"
            + " rule may have deleted it.",
        "404 | NoSuchVersion | There is no such version of the object (NoSuchVersion). | Check the"
            + " version; a lifecycle rule may have deleted it.",
        "404 | NoSuchBucket  | There is no such bucket (NoSuchBucket). | Check its name and whether"
            + " it was deleted.",
        "404 | SomethingElse | There is nothing of this name (SomethingElse). | Check the bucket"
            + " and the key.",
        "403 | AccessDenied  | S3 denies reading the object (AccessDenied). | Allow s3:GetObject on"
            + " it, and kms:Decrypt on its key if it has one. Without s3:ListBucket on the bucket"
            + " S3 says the same of an object that does not exist.",
        "403 | InvalidObjectState | The object is archived (InvalidObjectState). | Restore it with:"
            + " aws s3api restore-object; then read it again.",
        "405 | MethodNotAllowed | The object was deleted (MethodNotAllowed). | Restore the version"
            + " before the delete marker.",
        "400 | InvalidBucketName | No bucket can have this name (InvalidBucketName). | Check the"
            + " spelling.",
        "400 | KMS.DisabledException | The object's key cannot be used (KMS.DisabledException). |"
            + " Enable the key, or cancel its deletion in KMS.",
        "400 | NeverHeardOf  | AWS refuses the call (NeverHeardOf). | Look the code up in the"
            + " service's reference.",
        "301 | PermanentRedirect | The bucket lies in another Region, and S3 does not say which"
            + " (HTTP 301). | Name the bucket's Region.",
      })
  void what_somebody_must_mend_is_never(int status, String code, String what, String fix) {
    aws.otherwise(asked -> Answers.s3Error(status, code, "hunter2"));

    assertThat(objects.open(LOG)).isEqualTo(new Opened.Never(what, fix));
  }

  @Test
  void a_denial_names_the_action_that_aws_names() {
    aws.then(
        Answers.s3Error(
            403, "AccessDenied", "User: x is not authorized to perform: kms:Decrypt on resource"));

    assertThat(objects.open(LOG))
        .isInstanceOfSatisfying(
            Opened.Never.class,
            never -> assertThat(never.fix()).startsWith("Allow kms:Decrypt on it"));
  }

  @Test
  void a_bucket_of_another_region_is_read_there() throws Exception {
    aws.then(
        Answers.s3Error(301, "PermanentRedirect", "elsewhere")
            .with("x-amz-bucket-region", "ap-southeast-2"));
    aws.otherwise(asked -> Answers.object("x".getBytes(StandardCharsets.UTF_8)));

    stream(LOG).close();
    stream(LOG).close();
    assertThat(aws.asked())
        .extracting(asked -> asked.method() + " " + asked.signedIn().orElseThrow())
        .containsExactly("GET eu-west-1", "GET ap-southeast-2", "GET ap-southeast-2");
  }

  @Test
  void what_is_no_answer_may_work_later() {
    aws.otherwise(asked -> new Answer.Reset());
    assertThat(objects.open(LOG)).isInstanceOf(Opened.Later.class);
    aws.otherwise(asked -> new Answer.Garbage());
    assertThat(objects.open(LOG)).isInstanceOf(Opened.Later.class);
    aws.otherwise(asked -> new Answer.Cut(Answers.s3Error(404, "NoSuchKey", "x"), 9));
    assertThat(objects.open(LOG)).isInstanceOf(Opened.class);
  }

  private InputStream stream(LogObject object) {
    Opened opened = objects.open(object);
    assertThat(opened).isInstanceOf(Opened.Stream.class);
    return ((Opened.Stream) opened).bytes();
  }
}
