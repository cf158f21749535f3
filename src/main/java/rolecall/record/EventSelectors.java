package rolecall.record;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rolecall.json.Json;

/**
 * Reads the selectors of {@code PutEventSelectors}, basic and advanced. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html">AWS:
 *     PutEventSelectors</a>
 */
final class EventSelectors {
  private static final String REQUEST = "requestParameters.";
  private static final String BASIC = "eventSelectors";
  private static final String ADVANCED = "advancedEventSelectors";

  /** The services whose many events a trail may leave out and still be whole. */
  private static final Set<String> MAY_BE_LEFT_OUT = Set.of("kms", "rdsdata");

  private EventSelectors() {}

  static Selected read(Json request) {
    Json basic = request.getAnyCase(BASIC);
    Json advanced = request.getAnyCase(ADVANCED);
    if (basic.isNothing() && advanced.isNothing()) {
      return Selected.odd(REQUEST + BASIC, "an array", basic);
    }
    Selected selected = Selected.NOTHING;
    if (!isArrayOrNothing(basic)) {
      selected = Selected.odd(REQUEST + BASIC, "an array", basic);
    }
    if (!isArrayOrNothing(advanced)) {
      selected = selected.or(Selected.odd(REQUEST + ADVANCED, "an array", advanced));
    }
    for (Json selector : basic.items()) {
      selected = selected.or(basic(selector));
    }
    for (Json selector : advanced.items()) {
      selected = selected.or(advanced(selector));
    }
    return selected;
  }

  private static Selected basic(Json selector) {
    if (!(selector instanceof Json.Obj)) {
      return Selected.odd(REQUEST + BASIC, "an array of objects", selector);
    }
    String path = REQUEST + BASIC + ".";
    Json included = selector.getAnyCase("includeManagementEvents");
    if (!included.isNothing() && included.truth().isEmpty()) {
      return Selected.odd(path + "includeManagementEvents", "true or false", included);
    }
    Json excluded = selector.getAnyCase("excludeManagementEventSources");
    if (!isArrayOrNothing(excluded)) {
      return Selected.odd(path + "excludeManagementEventSources", "an array", excluded);
    }
    if (!included.truth().orElse(true) || !mayBeLeftOut(excluded.items())) {
      return Selected.NOTHING;
    }
    Json kind = selector.getAnyCase("readWriteType");
    return switch (kind.text().orElse(kind.isNothing() ? "All" : "").toLowerCase(Locale.ROOT)) {
      case "all" -> Selected.ALL;
      case "readonly" -> Selected.READS;
      case "writeonly" -> Selected.WRITES;
      default -> Selected.odd(path + "readWriteType", "All, ReadOnly or WriteOnly", kind);
    };
  }

  /** All of a selector's conditions must hold for an event to be taken. */
  private static Selected advanced(Json selector) {
    Json fields = selector.getAnyCase("fieldSelectors");
    if (!(fields instanceof Json.Arr)) {
      return Selected.odd(REQUEST + ADVANCED + ".fieldSelectors", "an array", fields);
    }
    boolean management = false;
    boolean whole = true;
    Selected kind = Selected.ALL;
    for (Json field : fields.items()) {
      Optional<String> name = field.getAnyCase("field").text();
      if (name.isEmpty()) {
        return Selected.odd(
            REQUEST + ADVANCED + ".fieldSelectors.field", "a string", field.getAnyCase("field"));
      }
      switch (name.get().toLowerCase(Locale.ROOT)) {
        case "eventcategory" -> management = onlyHas(field, "equals", "Management");
        case "readonly" ->
            kind =
                onlyHas(field, "equals", "true")
                    ? Selected.READS
                    : onlyHas(field, "equals", "false") ? Selected.WRITES : Selected.NOTHING;
        case "eventsource" ->
            whole &=
                isOnlyCondition(field, "notEquals")
                    && mayBeLeftOut(field.getAnyCase("notEquals").items());
        default -> whole = false;
      }
    }
    return management && whole ? kind : Selected.NOTHING;
  }

  private static boolean onlyHas(Json field, String operator, String value) {
    return isOnlyCondition(field, operator)
        && field.getAnyCase(operator).items().equals(List.of(new Json.Str(value)));
  }

  /** Whether that is the field's one condition; empty arrays are none. */
  private static boolean isOnlyCondition(Json field, String operator) {
    return field instanceof Json.Obj(Map<String, Json> members)
        && members.entrySet().stream()
            .filter(member -> !member.getKey().equalsIgnoreCase("field"))
            .filter(member -> !member.getKey().equalsIgnoreCase(operator))
            .allMatch(member ->
                member.getValue().isNothing() || member.getValue().equals(new Json.Arr(List.of())));
  }

  private static boolean mayBeLeftOut(List<Json> sources) {
    return sources.stream()
        .allMatch(source ->
            source
                .text()
                .map(TrailRecord::serviceOf)
                .filter(MAY_BE_LEFT_OUT::contains)
                .isPresent());
  }

  private static boolean isArrayOrNothing(Json value) {
    return value.isNothing() || value instanceof Json.Arr;
  }
}
