package rolecall.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Measures by hand what the first call of each client costs in a fresh JVM, as the function builds
 * it and as the SDK does. In one process {@code serve}; in others, with the address that it printed
 * in AWS_ENDPOINT_URL, a Region and credentials: {@code ours sns dynamodb}, or {@code theirs s3}.
 */
final class ColdStart {
  private ColdStart() {}

  public static void main(String[] words) throws IOException {
    if (words[0].equals("serve")) {
      serve();
      return;
    }
    AwsClients ours = AwsClients.forFunction(System.getenv());
    boolean cheap = words[0].equals("ours");
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("sns", () -> publish(cheap ? ours::sns : ColdStart::theirSns));
    calls.put("dynamodb", () -> read(cheap ? ours::dynamoDb : ColdStart::theirDynamoDb));
    calls.put("s3", () -> get(cheap ? ours::s3 : ColdStart::theirS3));
    for (int i = 1; i < words.length; i++) {
      long begin = System.nanoTime();
      calls.get(words[i]).run();
      System.out.printf("%s %s %d ms%n", words[0], words[i], since(begin));
    }
    System.exit(0);
  }

  private static void serve() throws IOException {
    try (StandIn aws =
        StandIn.start()
            .otherwise(asked ->
                switch (asked.signedFor().orElse("")) {
                  case "sns" -> Answers.published("id");
                  case "s3" -> Answers.object(new byte[100], "\"t\"", Optional.empty());
                  default -> Answers.json(200, "{}");
                })) {
      System.out.println(aws.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static SnsClient theirSns() {
    return SnsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  private static DynamoDbClient theirDynamoDb() {
    return DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  private static S3Client theirS3() {
    return S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .forcePathStyle(true)
        .build();
  }

  private static void publish(Supplier<SnsClient> client) {
    SnsClient built = built(client);
    built.publish(r -> r.topicArn("arn:aws:sns:eu-west-1:111122223333:t").message("m"));
  }

  private static void read(Supplier<DynamoDbClient> client) {
    DynamoDbClient built = built(client);
    built.getItem(r -> r.tableName("claims").key(Map.of("id", AttributeValue.fromS("x"))));
  }

  private static void get(Supplier<S3Client> client) {
    S3Client built = built(client);
    built.getObjectAsBytes(r -> r.bucket("example-policies").key("policy.yaml"));
  }

  private static <C> C built(Supplier<C> client) {
    long begin = System.nanoTime();
    C built = client.get();
    System.out.printf("  built in %d ms%n", since(begin));
    return built;
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
