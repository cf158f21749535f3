package rolecall.record;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rolecall.json.Json;

/**
 * Finds what a call is about, at the services whose resources a monitor is built of. Stateless.
 *
 * <p>The same function is named by its name, by a whole ARN or by part of one; a queue by its URL;
 * a key by an id, its ARN standing in {@code resources[]} only; and a denied call names nothing but
 * in its message.
 */
final class ResourceReader {
  private static final String REQUEST = "requestParameters";

  private ResourceReader() {}

  /** Empty for a service that is not looked at; what is looked at may still name nothing. */
  static Optional<ResourceFacts> read(TrailRecord record) {
    return IdentifierNames.in(record)
        .map(names -> {
          Set<String> found = new LinkedHashSet<>();
          for (String path : names.request()) {
            addTold(at(record.request(), path), found);
          }
          addBesideRequest(record, names, found);
          return new ResourceFacts(List.copyOf(found));
        });
  }

  /** Whether the request alone could tell what the call is about, and another place does not. */
  static boolean needsRequest(TrailRecord record) {
    return IdentifierNames.in(record)
        .filter(names -> {
          Set<String> found = new LinkedHashSet<>();
          addBesideRequest(record, names, found);
          return found.isEmpty();
        })
        .isPresent();
  }

  /** Notes identifiers that are no texts, or hidden. */
  static void findDoubts(TrailRecord record, Doubts doubts) {
    IdentifierNames.in(record)
        .ifPresent(names -> {
          for (String path : names.request()) {
            at(record.request(), path).forEach(value -> addDoubt(path, value, doubts));
          }
        });
  }

  private static void addDoubt(String path, Json value, Doubts doubts) {
    if (value.text().filter(Json.HIDDEN::equals).isPresent()) {
      doubts.add(REQUEST + "." + path, "is hidden by CloudTrail", "resource");
    } else if (!value.isNothing() && value.text().isEmpty()) {
      doubts.notExpected(REQUEST + "." + path, "a string", value, "resource");
    }
  }

  private static void addBesideRequest(
      TrailRecord record, IdentifierNames names, Collection<String> found) {
    for (Json resource : record.tree().get("resources").items()) {
      addTold(Stream.of(resource.getAnyCase("ARN"), resource.getAnyCase("ARNPrefix")), found);
    }
    for (String path : names.response()) {
      addTold(at(record.response(), path), found);
    }
    record
        .errorMessage()
        .filter(message -> !isAboutPassing(record, message))
        .flatMap(ErrorText::deniedResource)
        .ifPresent(found::add);
  }

  /** A role that may not be passed on is lent to the thing that the call is about. */
  private static boolean isAboutPassing(TrailRecord record, String message) {
    return !record.service().equals("iam")
        && message.toLowerCase(Locale.ROOT).contains("perform: iam:passrole ");
  }

  private static void addTold(Stream<Json> values, Collection<String> found) {
    values.flatMap(value -> value.toldText().stream()).forEach(found::add);
  }

  /** The values at a dotted path; of an array all of its items. */
  private static Stream<Json> at(Json object, String path) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Stream<Json> values = items(object.getAnyCase(name));
    return dot < 0 ? values : values.flatMap(value -> at(value, path.substring(dot + 1)));
  }

  private static Stream<Json> items(Json value) {
    return value instanceof Json.Arr(List<Json> items) ? items.stream() : Stream.of(value);
  }
}
