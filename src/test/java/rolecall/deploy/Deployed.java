package rolecall.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import rolecall.json.Json;

/**
 * A template with its functions worked out, as if it were deployed in account 111122223333.
 *
 * @param resources by their names in the template; those whose condition does not hold left out
 */
record Deployed(String stack, SequencedMap<String, Json> resources, Json outputs) {

  static Deployed of(Template template, String stack, Map<String, String> given) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : template.section("Parameters").keySet()) {
      String value = given.get(name);
      parameters.put(
          name,
          value != null
              ? value
              : template
                  .fallback(name)
                  .orElseThrow(() -> new IllegalArgumentException(name + " has no default")));
    }
    if (!parameters.keySet().containsAll(given.keySet())) {
      throw new IllegalArgumentException("no such parameter among " + given.keySet());
    }
    Resolver resolver = new Resolver(template, stack, parameters);
    SequencedMap<String, Json> resources = new LinkedHashMap<>();
    template
        .section("Resources")
        .forEach((name, written) -> {
          if (resolver.isWanted(written)) {
            resources.put(name, resolver.resolve(written));
          }
        });
    Map<String, Json> outputs = new LinkedHashMap<>();
    template
        .section("Outputs")
        .forEach((name, written) -> {
          if (resolver.isWanted(written)) {
            outputs.put(name, resolver.resolve(written.get("Value")));
          }
        });
    return new Deployed(stack, resources, new Json.Obj(outputs));
  }

  /** The resources of a type, by name. */
  SequencedMap<String, Json> ofType(String type) {
    SequencedMap<String, Json> found = new LinkedHashMap<>();
    resources.forEach((name, resource) -> {
      if (resource.get("Type").text().orElseThrow().equals(type)) {
        found.put(name, resource.get("Properties"));
      }
    });
    return found;
  }

  Json properties(String name) {
    Json resource = resources.get(name);
    if (resource == null) {
      throw new IllegalArgumentException("there is no resource " + name);
    }
    return resource.get("Properties");
  }

  /** Short, since tests are named after it. */
  @Override
  public String toString() {
    return stack;
  }
}
