package rolecall.ingest;

import java.util.List;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * Tells by its content what a value is, opens it when it is an envelope, and goes on with what lies
 * inside, in whatever order AWS nested them. The first row that fits decides:
 *
 * <pre>
 * row  what it is                 known by                                          becomes
 *  1   Insight record             eventType AwsCloudTrailInsight, or insightDetails  ignored
 *  2   CloudTrail record          eventSource and eventName, texts, not "aws:..."    a record
 *  3   SQS message                eventSource aws:sqs                                its body
 *  4   Kinesis record             eventSource aws:kinesis                            its data
 *  5   S3 notice                  eventSource aws:s3                                 a log elsewhere
 *  6   another batch element      eventSource "aws:..."                              skipped
 *  7   SNS message for Lambda     EventSource aws:sns                                its message
 *  8   SNS message                Type Notification and Message                      its message
 *  9   SNS subscription notice    Type ...Confirmation and Message                   skipped
 * 10   EventBridge event          detail-type, with a CloudTrail record in detail    the detail
 * 11   EventBridge Insight event  detail-type AWS Insight via CloudTrail             ignored
 * 12   EventBridge CloudTrail     detail-type ...via CloudTrail, no record in it     unreadable
 * 13   EventBridge, from S3       source aws.s3                                      a log elsewhere
 * 14   EventBridge, other         detail-type                                        skipped, or a
 *                                                                                     schedule
 * 15   Logs subscription, packed  awslogs.data                                       its text
 * 16   Logs control message       messageType CONTROL_MESSAGE                        skipped
 * 17   Logs subscription          messageType DATA_MESSAGE and logEvents             each message
 * 18   LookupEvents item          CloudTrailEvent                                    its text
 * 19   one item, wrapped          Event with CloudTrailEvent in it                   the item
 * 20   CloudTrail digest          digestStartTime, digestEndTime and logFiles        skipped
 * 21   S3 Batch task              invocationSchemaVersion and tasks                  logs elsewhere
 * 22   S3 test notice             Event s3:TestEvent                                 skipped
 * 23   CloudTrail delivery notice s3Bucket and s3ObjectKey                           logs elsewhere
 * 24   log file or batch          Records                                            each element
 * 25   LookupEvents output        Events, an array                                   each item
 * 26   anything else              in a batch, a log or a message                     unreadable
 * 27   anything else              alone                                              no log
 * </pre>
 *
 * <p>Rows 1 and 2 come first because the members of a record are CloudTrail's own, while the others
 * are told apart by members that a record never has. An S3 notice looks like a record but for the
 * value of its eventSource.
 */
final class Envelopes {
  /** So many envelopes may stand in one another; AWS produces up to five. */
  static final int MAX_DEPTH = 8;

  private static final String BATCH_FIX =
      "Look at the sender of that message; all others were read.";
  private static final String S3_NOTICE = "an S3 notice that points to an object";
  private static final String VIA_CLOUDTRAIL = " via CloudTrail";

  private final Tally tally;
  private final PackedText packedText;

  Envelopes(Tally tally, PackedText packedText) {
    this.tally = tally;
    this.packedText = packedText;
  }

  /** Whether an event source is that of a message or notice and not that of a record. */
  static boolean isNotice(String eventSource) {
    return eventSource.startsWith("aws:");
  }

  /**
   * Hands on all that a value holds.
   *
   * @param offset where it stands in the input, for messages
   */
  void open(Json value, long offset, Place place) {
    new Opening(offset).open(value, place, 0);
  }

  /** The opening of one value of the input. */
  private final class Opening {
    private final long offset;

    Opening(long offset) {
      this.offset = offset;
    }

    void open(Json value, Place place, int depth) {
      if (depth > MAX_DEPTH) {
        lost("More than " + MAX_DEPTH + " envelopes stand in one another.");
        return;
      }
      switch (value) {
        case Json.Obj object -> openObject(object, place, depth);
        case Json.Arr(List<Json> items) when place != Place.LOG -> {
          for (Json item : items) {
            open(item, place, depth + 1);
          }
        }
        case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _, Json.Absent _ ->
            unknown(value, place);
      }
    }

    private void openObject(Json.Obj object, Place place, int depth) {
      if (isInsight(object)) {
        tally.ignored();
      } else if (isRecord(object)) {
        tally.record(object);
      } else if (!openBatchElement(object, depth)
          && !openEventBridge(object, depth)
          && !openLogs(object, depth)
          && !openLookup(object, depth)
          && !skipNotice(object)
          && !openContainer(object, depth)) {
        unknown(object, place);
      }
    }

    private boolean openBatchElement(Json.Obj object, int depth) {
      String source = object.get("eventSource").text().orElse("");
      if (isNotice(source)) {
        switch (source) {
          case "aws:sqs" -> openText(object.get("body"), "An SQS message", depth);
          case "aws:kinesis" ->
              openData(object.get("kinesis").get("data"), "A Kinesis record", depth);
          case "aws:s3" -> point(Pointers.ofNotice(object), S3_NOTICE);
          default -> tally.skipped("a message of " + source);
        }
        return true;
      }
      if (is(object.get("EventSource"), "aws:sns")) {
        openText(object.get("Sns").get("Message"), "An SNS message", depth);
        return true;
      }
      String type = object.get("Type").text().orElse("");
      if (object.get("Message").text().isEmpty()) {
        return false;
      }
      if (type.equals("Notification")) {
        openText(object.get("Message"), "An SNS message", depth);
        return true;
      }
      if (type.endsWith("Confirmation")) {
        tally.skipped("a notice about an SNS subscription");
        return true;
      }
      return false;
    }

    private boolean openEventBridge(Json.Obj object, int depth) {
      Optional<String> type = object.get("detail-type").text();
      if (type.isEmpty()) {
        return false;
      }
      Json detail = object.get("detail");
      if (type.get().startsWith("AWS Insight") && type.get().endsWith(VIA_CLOUDTRAIL)) {
        tally.ignored();
      } else if (isRecord(detail) || type.get().endsWith(VIA_CLOUDTRAIL)) {
        open(detail, Place.MESSAGE, depth + 1);
      } else if (is(object.get("source"), "aws.s3")) {
        point(Pointers.ofEventBridge(object), S3_NOTICE);
      } else {
        String why = "an EventBridge event that is not from CloudTrail: " + type.get();
        Schedule.of(object)
            .ifPresentOrElse(due -> tally.scheduled(due, why), () -> tally.skipped(why));
      }
      return true;
    }

    private boolean openLogs(Json.Obj object, int depth) {
      Json packed = object.get("awslogs").get("data");
      if (packed.isPresent()) {
        openData(packed, "A CloudWatch Logs message", depth);
        return true;
      }
      Json type = object.get("messageType");
      if (is(type, "CONTROL_MESSAGE")) {
        tally.skipped("a CloudWatch Logs control message");
        return true;
      }
      if (!is(type, "DATA_MESSAGE") || !(object.get("logEvents") instanceof Json.Arr)) {
        return false;
      }
      tally.recognise();
      for (Json event : object.get("logEvents").items()) {
        openText(event.get("message"), "A log event", depth);
      }
      return true;
    }

    private boolean openLookup(Json.Obj object, int depth) {
      Json record = object.get("CloudTrailEvent");
      if (!record.isPresent()) {
        record = object.get("Event").get("CloudTrailEvent");
      }
      if (!record.isPresent()) {
        return false;
      }
      openText(record, "A LookupEvents item", depth);
      return true;
    }

    private boolean skipNotice(Json.Obj object) {
      if (object.get("digestStartTime").isPresent()
          && object.get("digestEndTime").isPresent()
          && object.get("logFiles").isPresent()) {
        tally.skipped("a CloudTrail digest");
      } else if (object.get("invocationSchemaVersion").isPresent()
          && object.get("tasks").isPresent()) {
        point(Pointers.ofTasks(object), "an S3 Batch Operations task that points to an object");
      } else if (is(object.get("Event"), "s3:TestEvent")) {
        tally.skipped("an S3 test notice");
      } else if (object.get("s3Bucket").isPresent() && object.get("s3ObjectKey").isPresent()) {
        point(Pointers.ofDelivery(object), "a CloudTrail notice that points to a log file");
      } else {
        return false;
      }
      return true;
    }

    /** Hands on where logs lie. */
    private void point(Pointers pointers, String what) {
      switch (pointers) {
        case Pointers.To(var objects) ->
            objects.forEach(object -> tally.elsewhere(object, what + " elsewhere"));
        case Pointers.Nowhere _ -> tally.skipped(what + " elsewhere");
        case Pointers.Broken(String why) ->
            tally.misdirected(what + " elsewhere", why, offset, BATCH_FIX);
      }
    }

    private boolean openContainer(Json.Obj object, int depth) {
      Json records = object.get("Records");
      if (records instanceof Json.Arr(List<Json> items)) {
        tally.recognise();
        items.forEach(item -> open(item, Place.LOG, depth + 1));
        return true;
      }
      if (records.isPresent()) {
        tally.lostRecord(
            offset,
            "It is a log without records: Records is " + records.kind() + ".",
            "Get the file anew; a log with no records has an empty array there.");
        return true;
      }
      if (object.get("Events") instanceof Json.Arr(List<Json> items)) {
        items.forEach(item -> open(item, Place.LOOSE, depth + 1));
        return true;
      }
      return false;
    }

    private void openText(Json text, String what, int depth) {
      if (text.text().isEmpty()) {
        lost(what + " has no text: where it belongs is " + text.kind() + ".");
        return;
      }
      try {
        open(JsonReader.read(text.text().get()), Place.MESSAGE, depth + 1);
      } catch (UnreadableJson broken) {
        lost(what + " holds no JSON: " + broken.getMessage() + ".");
      }
    }

    private void openData(Json data, String what, int depth) {
      try {
        byte[] bytes = packedText.unpack(data.text().orElse(""));
        open(JsonReader.read(bytes, 0, bytes.length), Place.MESSAGE, depth + 1);
      } catch (Damage broken) {
        lost(what + " cannot be unpacked: " + broken.what());
      } catch (UnreadableJson broken) {
        lost(what + " holds no JSON: " + broken.getMessage() + ".");
      }
    }

    private void unknown(Json value, Place place) {
      switch (place) {
        case LOOSE -> tally.foreign(offset);
        case LOG ->
            tally.lostRecord(
                offset,
                value instanceof Json.Obj
                    ? "An element of Records is no CloudTrail record: " + missing(value) + "."
                    : "An element of Records is no CloudTrail record but " + value.kind() + ".",
                "Get the file anew, or take that element out; all others were read.");
        case MESSAGE ->
            lost(
                value instanceof Json.Obj
                    ? "A message holds no CloudTrail record: " + missing(value) + "."
                    : "A message holds no CloudTrail record but " + value.kind() + ".");
      }
    }

    private void lost(String what) {
      tally.recognise();
      tally.lostRecord(offset, what, BATCH_FIX);
    }
  }

  private static String missing(Json value) {
    Json source = value.get("eventSource");
    return source.text().isEmpty()
        ? "its eventSource is " + source.kind()
        : "its eventName is " + value.get("eventName").kind();
  }

  private static boolean isRecord(Json value) {
    return value.get("eventSource").text().filter(source -> !isNotice(source)).isPresent()
        && value.get("eventName").text().isPresent();
  }

  private static boolean isInsight(Json value) {
    return is(value.get("eventType"), "AwsCloudTrailInsight")
        || value.get("insightDetails") instanceof Json.Obj;
  }

  private static boolean is(Json value, String text) {
    return value instanceof Json.Str(String actual) && actual.equals(text);
  }
}
