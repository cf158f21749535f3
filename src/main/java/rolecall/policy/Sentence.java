package rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.record.Facts;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * A sentence with gaps for facts: {@code "{caller.name} took the role {role.name}."}. A gap may
 * name several, of which the first that is there fills it: {@code {session.name|caller.name}}.
 * Immutable.
 *
 * @param parts plain texts and gaps, in order
 */
record Sentence(List<Part> parts) {
  Sentence {
    parts = List.copyOf(parts);
  }

  /** A piece of the sentence. */
  sealed interface Part {
    /** What stands there always. */
    record Words(String text) implements Part {}

    /**
     * A value of the record or its facts.
     *
     * @param paths dotted; the first at which there is something counts
     */
    record Gap(List<String> paths) implements Part {
      public Gap {
        paths = List.copyOf(paths);
      }
    }
  }

  static Sentence read(String text, Position at, Problems problems) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        parts.add(new Part.Words(text.substring(from)));
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        problems.error(
            at,
            "A gap '{' is never closed in this sentence.",
            "The alert would show half a sentence.",
            "Write the path of a fact in braces: {role.name}.");
        break;
      }
      parts.add(new Part.Words(text.substring(from, open)));
      parts.add(new Part.Gap(List.of(text.substring(open + 1, close).split("\\|"))));
      from = close + 1;
    }
    return new Sentence(parts);
  }

  /** The paths that the gaps read. */
  List<String> paths() {
    return parts.stream()
        .filter(Part.Gap.class::isInstance)
        .flatMap(part -> ((Part.Gap) part).paths().stream())
        .toList();
  }

  /** The sentence about one record; what is not known reads {@code unknown}. */
  String about(Facts facts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Words(String words) -> text.append(words);
        case Part.Gap(List<String> paths) -> text.append(word(paths, facts));
      }
    }
    return text.toString();
  }

  private static String word(List<String> paths, Facts facts) {
    return word(
        paths.stream()
            .map(facts::value)
            .filter(value -> !value.isNothing())
            .findFirst()
            .orElse(Json.absent()));
  }

  private static String word(Json value) {
    if (value.isNothing()) {
      return "unknown";
    }
    return switch (value) {
      case Json.Str(String text) -> text.isEmpty() ? "unknown" : text;
      case Json.Arr(List<Json> items) ->
          items.isEmpty() ? "none" : String.join(", ", items.stream().map(Sentence::word).toList());
      case Json.Num _, Json.Bool _, Json.Obj _, Json.Null _, Json.Absent _ ->
          CompactJson.write(value);
    };
  }
}
