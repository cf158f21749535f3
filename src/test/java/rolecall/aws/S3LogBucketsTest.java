package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.ingest.CannotOpen;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;
import rolecall.ingest.Unreadable;

class S3LogBucketsTest {
  private final StandIn aws = StandIn.start();
  private final AwsClients clients = Callers.of(aws);
  private final S3LogBuckets buckets = new S3LogBuckets(clients);

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void keys_that_look_like_logs_are_found_and_the_others_skipped() {
    aws.then(
        Answers.listing(
            Optional.empty(),
            "logs/",
            "logs/a b+c/\u00e9\u0001.JSON.GZ",
            "logs/b.jsonl",
            "logs/deep/",
            "logs/notes.txt"));

    assertThat(walk("s3://example-trail/logs/"))
        .containsExactly(
            "source s3://example-trail/logs/a b+c/\u00e9\u0001.JSON.GZ",
            "source s3://example-trail/logs/b.jsonl",
            "skipped s3://example-trail/logs/notes.txt");
    Asked asked = aws.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/example-trail");
    assertThat(asked.query()).containsEntry("list-type", "2").containsEntry("prefix", "logs/");
    assertThat(asked.signedFor()).contains("s3");
  }

  @Test
  void the_next_page_is_asked_for_when_the_last_key_was_taken() {
    aws.then(
        Answers.listing(Optional.of("to+ken/1="), "a.json", "b.json"),
        Answers.listing(Optional.of("token2")),
        Answers.listing(Optional.empty(), "c.json"));

    Iterator<Found> found = buckets.walk("s3://example-trail");
    assertThat(aws.asked()).isEmpty();
    found.next();
    found.next();
    assertThat(aws.asked()).hasSize(1);
    assertThat(told(found.next())).isEqualTo("source s3://example-trail/c.json");
    assertThat(found.hasNext()).isFalse();
    assertThatThrownBy(found::next).isInstanceOf(NoSuchElementException.class);
    assertThat(aws.asked())
        .extracting(asked -> asked.query().getOrDefault("continuation-token", "none"))
        .containsExactly("none", "to+ken/1=", "token2");
  }

  @Test
  void a_key_that_is_named_exactly_is_one_input_whatever_it_is_called() throws Exception {
    aws.then(
        Answers.listing(Optional.of("more"), "logs/notes", "logs/notes.json", "logs/notes/a.json"),
        Answers.object(new byte[] {'x'}));

    Iterator<Found> found = buckets.walk("s3://example-trail/logs/notes");
    LogSource source = ((Found.Source) found.next()).source();
    assertThat(source.name()).isEqualTo("s3://example-trail/logs/notes");
    assertThat(source.named()).isTrue();
    assertThat(source.open().readAllBytes()).containsExactly('x');
    assertThat(found.hasNext()).isFalse();
  }

  @Test
  void a_prefix_may_end_inside_a_name() {
    aws.then(Answers.listing(Optional.empty(), "logs/2026-03-01.json", "logs/2026-03-02.json"));

    assertThat(walk("s3://example-trail/logs/2026-03"))
        .containsExactly(
            "source s3://example-trail/logs/2026-03-01.json",
            "source s3://example-trail/logs/2026-03-02.json");
  }

  @Test
  void objects_below_a_prefix_are_not_named_by_the_user() {
    aws.then(Answers.listing(Optional.empty(), "logs/a.json"));

    Found found = buckets.walk("s3://example-trail/logs/").next();
    assertThat(((Found.Source) found).source().named()).isFalse();
  }

  @Test
  void what_holds_no_log_is_empty_and_what_no_key_begins_with_is_missing() {
    aws.otherwise(asked -> Answers.listing(Optional.empty()));
    assertThat(walk("s3://example-trail")).containsExactly("empty s3://example-trail");
    assertThat(walk("s3://example-trail/")).containsExactly("empty s3://example-trail/");
    assertThat(walk("s3://example-trail/lgos/"))
        .containsExactly(
            "missing s3://example-trail/lgos/: No object has this key, and none has a key that"
                + " begins so. Check the spelling; what stands after the bucket is taken as it is"
                + " written.");

    aws.otherwise(asked -> Answers.listing(Optional.empty(), "logs/", "logs/notes.txt"));
    assertThat(walk("s3://example-trail/logs/"))
        .containsExactly(
            "skipped s3://example-trail/logs/notes.txt", "empty s3://example-trail/logs/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///key", "s3://-b/key", "s3://b\u0000/x", "s3://a b/x"})
  void a_uri_without_a_bucket_is_missing(String uri) {
    assertThat(walk(uri))
        .containsExactly(
            "missing "
                + uri
                + ": It names no bucket that can be. Write s3://BUCKET/PREFIX or s3://BUCKET/KEY.");
    assertThat(aws.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | NoSuchBucket | There is no such bucket (NoSuchBucket). Check its name and whether it"
            + " was deleted.",
        "403 | AccessDenied | You may not list the bucket (AccessDenied). Allow s3:ListBucket on"
            + " the bucket, and s3:GetObject on its objects.",
        "400 | ExpiredToken | The AWS credentials have expired (ExpiredToken). Sign in again; a"
            + " function gets new ones by itself.",
        "500 | InternalError | AWS has a fault of its own (InternalError). Nothing can be done but"
            + " to wait; see health.aws.amazon.com.",
      })
  void a_list_that_cannot_be_had_is_missing(int status, String code, String line) {
    aws.otherwise(asked -> Answers.s3Error(status, code, "hunter2"));

    assertThat(walk("s3://example-trail/logs/"))
        .containsExactly("missing s3://example-trail/logs/: " + line);
  }

  @Test
  void a_list_that_breaks_off_says_that_not_all_was_found() {
    aws.then(
        Answers.listing(Optional.of("token"), "a.json"),
        Answers.s3Error(503, "SlowDown", "hunter2"));

    assertThat(walk("s3://example-trail"))
        .containsExactly(
            "source s3://example-trail/a.json",
            "missing s3://example-trail: Not all of its objects were found. AWS throttles the calls"
                + " (SlowDown). Nothing is lost; if it stays so, ask AWS for a higher quota.");
  }

  @Test
  void an_object_that_cannot_be_opened_says_why_and_how_to_mend_it() {
    aws.then(
        Answers.listing(Optional.empty(), "a.json"),
        Answers.s3Error(403, "InvalidObjectState", "hunter2"));

    LogSource source = ((Found.Source) buckets.walk("s3://example-trail").next()).source();
    assertThatThrownBy(source::open)
        .isInstanceOfSatisfying(
            CannotOpen.class,
            failed -> {
              assertThat(failed).hasMessage("The object is archived (InvalidObjectState).");
              assertThat(failed.fix())
                  .isEqualTo("Restore it with: aws s3api restore-object; then read it again.");
            });
  }

  private List<String> walk(String uri) {
    List<String> found = new ArrayList<>();
    buckets.walk(uri).forEachRemaining(one -> found.add(told(one)));
    return found;
  }

  private static String told(Found found) {
    return switch (found) {
      case Found.Source(LogSource source) -> "source " + source.name();
      case Found.Skipped(String name) -> "skipped " + name;
      case Found.EmptyFolder(String name) -> "empty " + name;
      case Found.Missing(Unreadable lost) ->
          "missing %s: %s %s".formatted(lost.file(), lost.what(), lost.fix());
    };
  }
}
