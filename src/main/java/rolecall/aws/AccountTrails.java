package rolecall.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.doctor.Looked;
import rolecall.doctor.Trail;
import rolecall.json.Json;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/** Reads trails with how they do and what they record, each in its own Region. */
final class AccountTrails {
  private final AccountClients clients;

  AccountTrails(AccountClients clients) {
    this.clients = clients;
  }

  Looked<List<Trail>> all() {
    return AccountAnswer.of(
        "cloudtrail:DescribeTrails",
        () ->
            clients.shared().cloudTrail().describeTrails(request -> {}).trailList().stream()
                .map(this::trail)
                .toList());
  }

  private Trail trail(software.amazon.awssdk.services.cloudtrail.model.Trail found) {
    CloudTrailClient home = clients.trails(found.homeRegion());
    return new Trail(
        found.name(),
        found.homeRegion(),
        Boolean.TRUE.equals(found.isMultiRegionTrail()),
        Boolean.TRUE.equals(found.includeGlobalServiceEvents()),
        AccountAnswer.of(
            "cloudtrail:GetTrailStatus",
            () -> delivery(home.getTrailStatus(request -> request.name(found.trailARN())))),
        AccountAnswer.of(
            "cloudtrail:GetEventSelectors",
            () ->
                selectors(home.getEventSelectors(request -> request.trailName(found.trailARN())))));
  }

  private static Trail.Delivery delivery(GetTrailStatusResponse status) {
    return new Trail.Delivery(
        Boolean.TRUE.equals(status.isLogging()),
        Optional.ofNullable(status.latestDeliveryError()).filter(error -> !error.isBlank()));
  }

  /** As CloudTrail writes the same selectors into the record of PutEventSelectors. */
  private static Json selectors(GetEventSelectorsResponse answer) {
    Map<String, Json> members = new LinkedHashMap<>();
    if (answer.hasEventSelectors()) {
      members.put("eventSelectors", array(answer.eventSelectors(), AccountTrails::basic));
    }
    if (answer.hasAdvancedEventSelectors()) {
      members.put(
          "advancedEventSelectors",
          array(answer.advancedEventSelectors(), AccountTrails::advanced));
    }
    return new Json.Obj(members);
  }

  private static Json basic(EventSelector selector) {
    Map<String, Json> members = new LinkedHashMap<>();
    if (selector.readWriteTypeAsString() != null) {
      members.put("readWriteType", new Json.Str(selector.readWriteTypeAsString()));
    }
    if (selector.includeManagementEvents() != null) {
      members.put("includeManagementEvents", new Json.Bool(selector.includeManagementEvents()));
    }
    members.put("excludeManagementEventSources", texts(selector.excludeManagementEventSources()));
    return new Json.Obj(members);
  }

  private static Json advanced(AdvancedEventSelector selector) {
    return new Json.Obj(
        Map.of("fieldSelectors", array(selector.fieldSelectors(), AccountTrails::field)));
  }

  private static Json field(AdvancedFieldSelector field) {
    Map<String, Json> members = new LinkedHashMap<>();
    if (field.field() != null) {
      members.put("field", new Json.Str(field.field()));
    }
    members.put("equals", texts(field.equalsValue()));
    members.put("startsWith", texts(field.startsWith()));
    members.put("endsWith", texts(field.endsWith()));
    members.put("notEquals", texts(field.notEquals()));
    members.put("notStartsWith", texts(field.notStartsWith()));
    members.put("notEndsWith", texts(field.notEndsWith()));
    return new Json.Obj(members);
  }

  private static Json texts(List<String> texts) {
    return array(texts, Json.Str::new);
  }

  private static <T> Json array(List<T> items, java.util.function.Function<T, Json> change) {
    return new Json.Arr(items.stream().map(change).toList());
  }
}
