package rolecall.lambda;

import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import rolecall.ingest.Arrival;
import rolecall.ingest.Delivery;
import rolecall.monitor.Handled;
import rolecall.monitor.Outcome;

/** Writes the answer that the source of an invocation expects. */
final class Answers {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MOST_WORDS = 500;

  private Answers() {}

  /**
   * Writes the answer.
   *
   * @throws NotHandled when the source can only be told by an error that something must come again
   */
  static void write(Outcome outcome, OutputStream into) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(into)) {
      switch (outcome.arrival()) {
        case Arrival.SqsBatch(var deliveries) -> write(sqs(deliveries, outcome.handled()), json);
        case Arrival.KinesisBatch(var deliveries) ->
            write(kinesis(deliveries, outcome.handled()), json);
        case Arrival.S3BatchTasks tasks -> write(s3Batch(tasks, outcome.handled()), json);
        case Arrival.Whole _ -> writeWhole(outcome, json);
      }
    }
  }

  private static SQSBatchResponse sqs(List<Delivery> deliveries, List<Handled> handled) {
    return new SQSBatchResponse(
        failedIds(deliveries, handled).stream()
            .map(SQSBatchResponse.BatchItemFailure::new)
            .toList());
  }

  private static StreamsEventResponse kinesis(List<Delivery> deliveries, List<Handled> handled) {
    return new StreamsEventResponse(
        failedIds(deliveries, handled).stream()
            .map(StreamsEventResponse.BatchItemFailure::new)
            .toList());
  }

  private static List<String> failedIds(List<Delivery> deliveries, List<Handled> handled) {
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < deliveries.size(); i++) {
      switch (handled.get(i)) {
        case Handled.Done _ -> {}
        case Handled.Later _, Handled.Never _ -> failed.add(deliveries.get(i).id());
      }
    }
    return failed;
  }

  private static S3BatchResponse s3Batch(Arrival.S3BatchTasks tasks, List<Handled> handled) {
    List<S3BatchResponse.Result> results = new ArrayList<>();
    for (int i = 0; i < handled.size(); i++) {
      String id = tasks.deliveries().get(i).id();
      results.add(
          switch (handled.get(i)) {
            case Handled.Done _ -> result(id, S3BatchResponse.ResultCode.Succeeded, "judged");
            case Handled.Later(String why) ->
                result(id, S3BatchResponse.ResultCode.TemporaryFailure, why);
            case Handled.Never(String why) ->
                result(id, S3BatchResponse.ResultCode.PermanentFailure, why);
          });
    }
    return new S3BatchResponse(
        tasks.schemaVersion(),
        S3BatchResponse.ResultCode.PermanentFailure,
        tasks.invocationId(),
        results);
  }

  private static S3BatchResponse.Result result(
      String id, S3BatchResponse.ResultCode code, String why) {
    return new S3BatchResponse.Result(
        id, code, why.length() > MOST_WORDS ? why.substring(0, MOST_WORDS) : why);
  }

  private static void write(SQSBatchResponse response, JsonGenerator json) throws IOException {
    writeFailures(
        response.getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .toList(),
        json);
  }

  private static void write(StreamsEventResponse response, JsonGenerator json) throws IOException {
    writeFailures(
        response.getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList(),
        json);
  }

  private static void writeFailures(List<String> ids, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("batchItemFailures");
    for (String id : ids) {
      json.writeStartObject();
      json.writeStringField("itemIdentifier", id);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(S3BatchResponse response, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("invocationSchemaVersion", response.getInvocationSchemaVersion());
    json.writeStringField("treatMissingKeysAs", response.getTreatMissingKeysAs().name());
    json.writeStringField("invocationId", response.getInvocationId());
    json.writeArrayFieldStart("results");
    for (S3BatchResponse.Result result : response.getResults()) {
      json.writeStartObject();
      json.writeStringField("taskId", result.getTaskId());
      json.writeStringField("resultCode", result.getResultCode().name());
      json.writeStringField("resultString", result.getResultString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeWhole(Outcome outcome, JsonGenerator json) throws IOException {
    if (outcome.handled().getFirst() instanceof Handled.Later(String why)) {
      throw new NotHandled(why);
    }
    json.writeStartObject();
    outcome.fates().forEach((fate, records) -> write(fate.name(), records, json));
    json.writeEndObject();
  }

  private static void write(String fate, long records, JsonGenerator json) {
    try {
      json.writeNumberField(fate.toLowerCase(java.util.Locale.ROOT), records);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
