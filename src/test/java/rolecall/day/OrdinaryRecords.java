package rolecall.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rolecall.json.Json;

/** The records of an ordinary day, for tests of other packages. */
public final class OrdinaryRecords {
  private OrdinaryRecords() {}

  /** Hands on the records of a day one by one. */
  public static void forEach(long seed, int records, Consumer<Json> taker) {
    new OrdinaryDay(seed, records).forEachRemaining(record -> taker.accept(json(record)));
  }

  private static Json json(Object value) {
    return switch (value) {
      case null -> new Json.Null();
      case String text -> new Json.Str(text);
      case Boolean truth -> new Json.Bool(truth);
      case Number number -> new Json.Num(number.toString());
      case List<?> items -> new Json.Arr(items.stream().map(OrdinaryRecords::json).toList());
      case Map<?, ?> members -> {
        Map<String, Json> written = new LinkedHashMap<>();
        members.forEach((name, member) -> written.put((String) name, json(member)));
        yield new Json.Obj(written);
      }
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    };
  }
}
