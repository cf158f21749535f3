package rolecall.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import rolecall.json.Json;

/** A template as it is written. */
record Template(String file, Json.Obj tree) {
  static final String HUB = "template.yaml";
  static final String SPOKE = "spoke.yaml";

  static Template hub() {
    return new Template(HUB, CloudFormationYaml.read(HUB));
  }

  static Template spoke() {
    return new Template(SPOKE, CloudFormationYaml.read(SPOKE));
  }

  /** The members of a section, in their order. */
  SequencedMap<String, Json> section(String name) {
    return new LinkedHashMap<>(((Json.Obj) tree.get(name)).members());
  }

  /** The default of a parameter, as text. */
  Optional<String> fallback(String parameter) {
    return switch (tree.get("Parameters").get(parameter).get("Default")) {
      case Json.Str(String text) -> Optional.of(text);
      case Json.Num(String digits) -> Optional.of(digits);
      case Json.Bool(boolean truth) -> Optional.of(Boolean.toString(truth));
      case Json.Absent _ -> Optional.empty();
      case Json.Obj _, Json.Arr _, Json.Null _ ->
          throw new IllegalArgumentException(parameter + " has a default of an odd shape");
    };
  }

  /** The template as a stack of that name and those parameters has it. */
  Deployed deploy(String stack, Map<String, String> parameters) {
    return Deployed.of(this, stack, parameters);
  }
}
