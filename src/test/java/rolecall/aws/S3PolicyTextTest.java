package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolecall.policy.PolicyText.Fetched;

class S3PolicyTextTest {
  private static final String TAG = "\"9b2cf535f27731c974343645a3985328\"";

  private final StandIn aws = StandIn.start();
  private final AwsClients clients = Callers.of(aws);
  private final S3PolicyText policy =
      new S3PolicyText(clients, "example-policies", "rolecall/policy.yaml");

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void it_is_called_by_its_uri() {
    assertThat(policy.name()).isEqualTo("s3://example-policies/rolecall/policy.yaml");
  }

  @Test
  void the_first_time_its_text_is_fetched_with_tag_and_version() {
    aws.then(Answers.object(bytes("name: ours\n"), TAG, Optional.of("v1")));

    assertThat(policy.fetch(Optional.empty()))
        .isInstanceOfSatisfying(
            Fetched.Text.class,
            text -> {
              assertThat(text.bytes()).isEqualTo(bytes("name: ours\n"));
              assertThat(text.tag()).isEqualTo(TAG);
              assertThat(text.version()).contains("v1");
            });
    assertThat(aws.asked().getFirst().header("If-None-Match")).isEmpty();
    assertThat(aws.asked().getFirst().signedFor()).contains("s3");
  }

  @Test
  void a_text_with_the_known_tag_is_not_fetched_again() {
    aws.then(Answers.notModified(TAG), Answers.object(bytes("new"), "\"other\"", Optional.empty()));

    assertThat(policy.fetch(Optional.of(TAG))).isEqualTo(new Fetched.Unchanged());
    assertThat(policy.fetch(Optional.of(TAG))).isInstanceOf(Fetched.Text.class);
    assertThat(aws.asked())
        .allSatisfy(asked -> assertThat(asked.header("If-None-Match")).contains(TAG));
  }

  @Test
  void an_old_version_is_fetched_by_its_id() {
    aws.then(Answers.object(bytes("old"), TAG, Optional.of("v0")));

    assertThat(policy.fetchVersion("v0"))
        .isInstanceOfSatisfying(
            Fetched.Text.class, text -> assertThat(text.version()).contains("v0"));
    assertThat(aws.asked().getFirst().query()).containsEntry("versionId", "v0");
    assertThat(aws.asked().getFirst().header("If-None-Match")).isEmpty();
  }

  @Test
  void a_bucket_that_keeps_no_versions_has_none() {
    aws.then(Answers.object(bytes("x"), TAG, Optional.of("null")));

    assertThat(policy.fetch(Optional.empty()))
        .isInstanceOfSatisfying(Fetched.Text.class, text -> assertThat(text.version()).isEmpty());
  }

  @Test
  void what_is_too_large_for_a_policy_is_not_read_to_its_end() {
    byte[] most = new byte[S3PolicyText.MOST_BYTES];
    byte[] more = new byte[S3PolicyText.MOST_BYTES + 1];
    aws.then(
        Answers.object(most), new Answer.Stalled(Answers.object(new byte[9_000_000]), more.length));

    assertThat(policy.fetch(Optional.empty())).isInstanceOf(Fetched.Text.class);
    assertThat(policy.fetch(Optional.empty()))
        .isEqualTo(
            new Fetched.Unreachable(
                "s3://example-policies/rolecall/policy.yaml is larger than 2 MiB, which no policy"
                    + " is. Name the right object."));
  }

  @Test
  void what_cannot_be_had_says_why_and_how_to_mend_it() {
    aws.then(
        Answers.s3Error(403, "AccessDenied", "hunter2"),
        Answers.s3Error(404, "NoSuchKey", "hunter2"),
        Answers.s3Error(500, "InternalError", "hunter2"),
        new Answer.Cut(Answers.object(bytes("name: ours")), 4));

    assertThat(policy.fetch(Optional.empty()))
        .isEqualTo(
            new Fetched.Unreachable(
                "s3://example-policies/rolecall/policy.yaml cannot be read. S3 denies reading the"
                    + " object (AccessDenied). Allow s3:GetObject on it, and kms:Decrypt on its key"
                    + " if it has one. Without s3:ListBucket on the bucket S3 says the same of an"
                    + " object that does not exist."));
    assertThat(policy.fetch(Optional.empty()))
        .isEqualTo(
            new Fetched.Unreachable(
                "s3://example-policies/rolecall/policy.yaml cannot be read. There is no such object"
                    + " (NoSuchKey). Check the key; a lifecycle rule may have deleted it."));
    assertThat(policy.fetch(Optional.empty()))
        .isEqualTo(
            new Fetched.Unreachable(
                "s3://example-policies/rolecall/policy.yaml cannot be read. AWS has a fault of its"
                    + " own (InternalError). Nothing can be done but to wait; see"
                    + " health.aws.amazon.com."));
    assertThat(policy.fetch(Optional.empty()))
        .isEqualTo(
            new Fetched.Unreachable(
                "s3://example-policies/rolecall/policy.yaml cannot be read: the connection to S3"
                    + " broke. It is tried again later."));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whoever_has_a_text_does_not_wait_for_one_that_never_comes() {
    aws.then(new Answer.Silence());
    assertThat(policy.fetch(Optional.of(TAG)))
        .isEqualTo(
            new Fetched.Unreachable(
                policy.name()
                    + " cannot be read: S3 did not answer within 4 s. It is tried again later."));
  }
}
