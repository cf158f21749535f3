package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolecall.aws.Answer;
import rolecall.aws.Answers;
import rolecall.aws.Asked;
import rolecall.aws.StandIn;

class S3ScanTest {
  private static final String KEY_ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private final StandIn aws = StandIn.start();
  private final Map<String, Answer> objects = new TreeMap<>();

  /** The SDK reads these as it reads the variables, which a process cannot set for itself. */
  @BeforeEach
  void signIn() {
    System.setProperty(KEY_ID, "AKIAIOSFODNN7EXAMPLE");
    System.setProperty(SECRET, "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY");
    aws.otherwise(this::answer);
  }

  @AfterEach
  void signOut() {
    System.clearProperty(KEY_ID);
    System.clearProperty(SECRET);
    aws.close();
  }

  @Test
  void a_prefix_gives_what_the_same_files_in_a_folder_give() throws Exception {
    putSamples("logs/");

    Ran folder = Ran.with("scan", "--format", "jsonl", "events/");
    Ran bucket = scan("--format", "jsonl", "--threads", "4", "s3://example-trail/logs/");
    assertThat(bucket.out().replace("s3://example-trail/logs/", "events/"))
        .isEqualTo(folder.out())
        .isNotEmpty();
    assertThat(bucket.err()).isEqualTo(folder.err());
    assertThat(bucket.code()).isEqualTo(1);
    assertThat(aws.asked())
        .allSatisfy(asked -> assertThat(asked.signedFor()).contains("s3"))
        .allSatisfy(asked -> assertThat(asked.signedIn()).contains("eu-west-1"));
  }

  @Test
  void an_object_that_breaks_in_the_middle_is_told_and_the_others_are_judged() throws Exception {
    putSamples("logs/");
    byte[] log =
        "{\"Records\":[{\"eventVersion\":\"1.08\""
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    objects.put("logs/0-broken.json", new Answer.Cut(Answers.object(log), 20));
    objects.put("logs/1-denied.json", Answers.s3Error(403, "AccessDenied", "hunter2"));

    Ran folder = Ran.with("scan", "--format", "jsonl", "events/");
    Ran bucket = scan("--format", "jsonl", "--quiet", "s3://example-trail/logs/");
    assertThat(bucket.out().replace("s3://example-trail/logs/", "events/")).isEqualTo(folder.out());
    assertThat(bucket.code()).isEqualTo(3);
    assertThat(bucket.err())
        .isEqualTo(
            """
            rolecall: s3://example-trail/logs/0-broken.json: record 0 (byte 12): Reading failed after 20 bytes: the connection to S3 broke. Check the disk or the connection that the file comes from, then scan it again.
            rolecall: s3://example-trail/logs/1-denied.json: S3 denies reading the object (AccessDenied). Allow s3:GetObject on it, and kms:Decrypt on its key if it has one. Without s3:ListBucket on the bucket S3 says the same of an object that does not exist.
            """);
  }

  @Test
  void a_list_that_cannot_be_had_is_one_line_and_the_next_path_is_read() {
    aws.otherwise(asked -> Answers.s3Error(404, "NoSuchBucket", "hunter2"));

    assertThat(scan("--format", "jsonl", "s3://example-trail/logs/", "-"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: s3://example-trail/logs/: There is no such bucket (NoSuchBucket). Check its name and whether it was deleted.
                rolecall: Standard input is empty: it holds no records.
                """,
                3));
  }

  @Test
  void an_empty_bucket_is_no_failure_and_a_prefix_without_keys_is_one() {
    assertThat(scan("--format", "jsonl", "s3://example-trail"))
        .isEqualTo(new Ran("", "rolecall: s3://example-trail is a folder with no log files.\n", 0));
    assertThat(scan("--format", "jsonl", "s3://example-trail/logs"))
        .isEqualTo(
            new Ran(
                "",
                """
                rolecall: s3://example-trail/logs: No object has this key, and none has a key that begins so. Check the spelling; what stands after the bucket is taken as it is written.
                """,
                3));
  }

  @Test
  void a_terminal_shows_progress_over_a_bucket_whose_size_nobody_knows() throws Exception {
    putSamples("logs/");

    Ran ran =
        Ran.onTerminal(
            "scan", "--endpoint-url", aws.url(), "--region", "eu-west-1", "s3://example-trail");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(aws.asked().stream().filter(S3ScanTest::isList)).hasSize(1);
  }

  @Test
  void explain_and_diff_read_buckets_too() throws Exception {
    putSamples("logs/");
    String[] there = {"--endpoint-url", aws.url(), "--region", "eu-west-1"};

    Ran diff =
        Ran.with(
            "policy",
            "diff",
            there[0],
            there[1],
            there[2],
            there[3],
            "policies/default.yaml",
            "policies/default.yaml",
            "s3://example-trail/logs/");
    assertThat(diff.code()).isZero();
    Ran explain =
        Ran.with(
            "explain",
            there[0],
            there[1],
            there[2],
            there[3],
            "no-such-id",
            "s3://example-trail/logs/");
    assertThat(explain.err()).contains("no record has the id no-such-id");
  }

  private Ran scan(String... words) {
    return Ran.with(
        Stream.concat(
                Stream.of("scan", "--endpoint-url", aws.url(), "--region", "eu-west-1"),
                Stream.of(words))
            .toArray(String[]::new));
  }

  private void putSamples(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("events"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = prefix + Path.of("events").relativize(file).toString().replace('\\', '/');
        objects.put(key, Answers.object(Files.readAllBytes(file)));
      }
    }
  }

  private static boolean isList(Asked asked) {
    return asked.query().containsKey("list-type");
  }

  private Answer answer(Asked asked) {
    if (isList(asked)) {
      String prefix = asked.query().getOrDefault("prefix", "");
      return Answers.listing(
          Optional.empty(),
          objects.keySet().stream().filter(key -> key.startsWith(prefix)).toArray(String[]::new));
    }
    return objects.get(asked.path().substring("/example-trail/".length()));
  }
}
