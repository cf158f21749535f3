package rolecall.aws;

import java.util.List;
import java.util.Optional;

/** Answers in the words of SNS, S3 and DynamoDB. */
public final class Answers {
  private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000001";
  private static final String SNS = "http://sns.amazonaws.com/doc/2010-03-31/";

  private Answers() {}

  /** SNS has taken a message. */
  public static Answer.Reply published(String messageId) {
    return Answer.reply(
        200,
        "text/xml",
        "<PublishResponse xmlns=\"%s\"><PublishResult><MessageId>%s</MessageId></PublishResult>"
                .formatted(SNS, messageId)
            + "<ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></PublishResponse>"
                .formatted(REQUEST_ID));
  }

  /** SNS refuses. */
  public static Answer.Reply snsError(int status, String code, String message) {
    return Answer.reply(
        status,
        "text/xml",
        "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message>"
                .formatted(SNS, status < 500 ? "Sender" : "Receiver", code, escaped(message))
            + "</Error><RequestId>%s</RequestId></ErrorResponse>".formatted(REQUEST_ID));
  }

  /** S3 gives an object. */
  public static Answer.Reply object(byte[] bytes, String tag, Optional<String> version) {
    Answer.Reply reply =
        new Answer.Reply(
            200,
            List.of(
                new Answer.Header("Content-Type", "binary/octet-stream"),
                new Answer.Header("ETag", tag),
                new Answer.Header("x-amz-request-id", REQUEST_ID)),
            bytes);
    return version.isPresent() ? reply.with("x-amz-version-id", version.get()) : reply;
  }

  /** S3 gives an object whose tag and version nobody asks for. */
  public static Answer.Reply object(byte[] bytes) {
    return object(bytes, "\"0123456789abcdef0123456789abcdef\"", Optional.empty());
  }

  /** The object still has the tag that was asked about. */
  public static Answer.Reply notModified(String tag) {
    return new Answer.Reply(304, List.of(new Answer.Header("ETag", tag)), new byte[0]);
  }

  /** S3 refuses. */
  public static Answer.Reply s3Error(int status, String code, String message) {
    return Answer.reply(
            status,
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message>"
                    .formatted(code, escaped(message))
                + "<RequestId>%s</RequestId></Error>".formatted(REQUEST_ID))
        .with("x-amz-request-id", REQUEST_ID);
  }

  /**
   * One page of a bucket's list.
   *
   * @param next the token for the next page
   */
  public static Answer.Reply listing(Optional<String> next, String... keys) {
    StringBuilder text =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
            .append("<Name>bucket</Name><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType>")
            .append("<KeyCount>")
            .append(keys.length)
            .append("</KeyCount>")
            .append("<IsTruncated>")
            .append(next.isPresent())
            .append("</IsTruncated>");
    next.ifPresent(
        token -> text.append("<NextContinuationToken>" + token + "</NextContinuationToken>"));
    for (String key : keys) {
      text.append("<Contents><Key>" + urlEncoded(key) + "</Key>")
          .append("<LastModified>2026-03-02T09:14:07.000Z</LastModified>")
          .append("<ETag>&quot;0123456789abcdef0123456789abcdef&quot;</ETag>")
          .append("<Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>");
    }
    return Answer.reply(200, "application/xml", text.append("</ListBucketResult>").toString());
  }

  /** An answer of DynamoDB, CloudTrail and other services that speak JSON. */
  public static Answer.Reply json(int status, String body) {
    return Answer.reply(status, "application/x-amz-json-1.0", body)
        .with("x-amzn-RequestId", REQUEST_ID);
  }

  /**
   * Such a service refuses.
   *
   * @param type the exception's name: {@code ResourceNotFoundException}
   */
  public static Answer.Reply jsonError(int status, String type, String message) {
    return json(
        status,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}"
            .formatted(type, message));
  }

  private static String urlEncoded(String key) {
    return java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)
        .replace("%2F", "/");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
