package rolecall.record;

import java.util.ArrayList;
import java.util.List;
import rolecall.json.Json;

/**
 * Says what a call was to take from a trail, so that it records less than every management event of
 * every Region. Whether the call succeeded is another question. Stateless.
 */
final class WeakenedTrail {
  private static final String REQUEST = "requestParameters";

  private WeakenedTrail() {}

  static boolean isTrailCall(TrailRecord record) {
    return record.service().equals("cloudtrail");
  }

  /** In words, one text for each loss, {@code "to stop logging"}; empty when nothing is lost. */
  static List<String> losses(TrailRecord record) {
    if (!isTrailCall(record)) {
      return List.of();
    }
    return switch (record.eventName()) {
      case "StopLogging" -> List.of("to stop logging");
      case "DeleteTrail" -> List.of("to delete the trail");
      case "UpdateTrail" -> ofUpdate(record.request());
      case "PutEventSelectors" -> EventSelectors.read(record.request()).missing();
      default -> List.of();
    };
  }

  /** Whether only the request tells what is lost. */
  static boolean needsRequest(TrailRecord record) {
    return isTrailCall(record)
        && switch (record.eventName()) {
          case "UpdateTrail", "PutEventSelectors" -> true;
          default -> false;
        };
  }

  /** What a request leaves out stays as it was. */
  private static List<String> ofUpdate(Json request) {
    List<String> losses = new ArrayList<>();
    if (isFalse(request, "isMultiRegionTrail")) {
      losses.add("to make it cover a single Region");
    }
    if (isFalse(request, "includeGlobalServiceEvents")) {
      losses.add("to leave out events of global services such as IAM");
    }
    return losses;
  }

  private static boolean isFalse(Json request, String name) {
    return !request.getAnyCase(name).truth().orElse(true);
  }

  static void findDoubts(TrailRecord record, Doubts doubts) {
    if (!needsRequest(record) || Facts.isOmitted(record.request())) {
      return;
    }
    Json request = record.request();
    if (request.isNothing()) {
      doubts.add(REQUEST, "is " + request.kind() + ", so what was to change is not known", "trail");
      return;
    }
    if (record.eventName().equals("PutEventSelectors")) {
      Selected selected = EventSelectors.read(request);
      if (request instanceof Json.Obj && !selected.isAll()) {
        selected
            .odd()
            .forEach(odd -> doubts.notExpected(odd.path(), odd.expected(), odd.found(), "trail"));
      }
      return;
    }
    for (String name : List.of("isMultiRegionTrail", "includeGlobalServiceEvents")) {
      Json value = request.getAnyCase(name);
      if (!value.isNothing() && value.truth().isEmpty()) {
        doubts.notExpected(REQUEST + "." + name, "true or false", value, "trail");
      }
    }
  }
}
