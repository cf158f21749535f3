package rolecall.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import rolecall.json.CompactJson;
import rolecall.json.Json;

/**
 * One CloudTrail record: the fields that every event has, under CloudTrail's own names, over the
 * whole record as it was written.
 *
 * @param tree the record; has the strings {@code eventSource} and {@code eventName}
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">AWS:
 *     record contents</a>
 */
public record TrailRecord(Json.Obj tree) {
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  public TrailRecord {
    Objects.requireNonNull(tree, "tree is null");
    if (tree.get("eventSource").text().isEmpty() || tree.get("eventName").text().isEmpty()) {
      throw new IllegalArgumentException("a record has an eventSource and an eventName");
    }
  }

  /** The service that was called: {@code sts.amazonaws.com}. */
  public String eventSource() {
    return tree.get("eventSource").text().orElseThrow();
  }

  /** The operation: {@code AssumeRole}. Letter case matters. */
  public String eventName() {
    return tree.get("eventName").text().orElseThrow();
  }

  /**
   * The record's own id; not the same in the two copies of a cross-account call. A record without
   * one gets {@code sha256:} and 16 hex digits of its compact JSON text.
   */
  public String eventId() {
    return tree.get("eventID").filledText().orElseGet(() -> CompactJson.digest(tree));
  }

  /** The event whose correction or late delivery this record is; else {@link #eventId()}. */
  public String originalEventId() {
    return tree.get("addendum").get("originalEventID").filledText().orElseGet(this::eventId);
  }

  /** The id that both copies of a cross-account call share. */
  public Optional<String> sharedEventId() {
    return tree.get("sharedEventID").filledText();
  }

  /** When the call was made, to the second, as it was written: {@code 2026-03-02T09:14:07Z}. */
  public Optional<String> eventTimeText() {
    return tree.get("eventTime").filledText();
  }

  /** When the call was made; empty when it is not written as ISO 8601, its year in four digits. */
  public Optional<Instant> eventTime() {
    try {
      return eventTimeText()
          .map(text -> UsualTime.read(text).orElseGet(() -> Instant.parse(text)))
          .filter(TrailRecord::hasUsualYear);
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }

  /** Times far beyond cannot be reckoned with: a minute more or less overflows. */
  private static boolean hasUsualYear(Instant time) {
    return !time.isBefore(YEAR_0) && time.isBefore(YEAR_10000);
  }

  /** The Region whose endpoint was called: {@code us-east-1}. */
  public Optional<String> awsRegion() {
    return tree.get("awsRegion").filledText();
  }

  /** The account whose copy of the event this is: twelve digits. */
  public Optional<String> recipientAccountId() {
    return tree.get("recipientAccountId").filledText();
  }

  /** {@code userIdentity}, whatever it holds. */
  public Json userIdentity() {
    return tree.get("userIdentity");
  }

  /** {@code requestParameters}, whatever they hold; null for most refused calls. */
  public Json request() {
    return tree.get("requestParameters");
  }

  /** {@code responseElements}, whatever they hold; null for reads and for failures. */
  public Json response() {
    return tree.get("responseElements");
  }

  /** {@code errorCode}; IAM's have "Exception" appended: {@code NoSuchEntityException}. */
  public Optional<String> errorCode() {
    return tree.get("errorCode").filledText();
  }

  /** {@code errorMessage}, cut by CloudTrail at 1 KB. */
  public Optional<String> errorMessage() {
    return tree.get("errorMessage").filledText();
  }

  /**
   * The partition that the call was made in: that of the caller's ARN, else of the Region, else
   * {@code aws}.
   */
  public String partition() {
    return userIdentity()
        .get("arn")
        .filledText()
        .flatMap(Arn::parse)
        .map(Arn::partition)
        .orElseGet(() -> partitionOf(awsRegion().orElse("")));
  }

  /** Of a Region such as {@code us-iso-east-1}, whose last two words are direction and number. */
  private static String partitionOf(String region) {
    int dash = region.lastIndexOf('-', region.lastIndexOf('-') - 1);
    return switch (dash < 0 ? "" : region.substring(0, dash)) {
      case "cn" -> "aws-cn";
      case "us-gov" -> "aws-us-gov";
      case "us-iso" -> "aws-iso";
      case "us-isob" -> "aws-iso-b";
      case "eu-isoe" -> "aws-iso-e";
      case "us-isof" -> "aws-iso-f";
      case "eusc-de" -> "aws-eusc";
      default -> "aws";
    };
  }

  /** The service's short name: {@code sts} of {@code sts.amazonaws.com}. */
  public String service() {
    return serviceOf(eventSource());
  }

  /** The short name of an event source, in every partition. */
  public static String serviceOf(String eventSource) {
    int end = eventSource.indexOf(".amazonaws.com");
    return end < 0 ? eventSource : eventSource.substring(0, end);
  }
}
