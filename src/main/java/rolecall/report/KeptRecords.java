package rolecall.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rolecall.alert.Secrets;
import rolecall.finding.Input;
import rolecall.finding.Told;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;
import rolecall.monitor.Witness;

/**
 * The records that findings stand on, for a format that shows them. Secrets are taken out before a
 * record is kept, and it is kept as text, which is some ten times smaller than the tree.
 * Thread-safe.
 */
public final class KeptRecords implements Witness {
  private final Map<Input, String> texts = new ConcurrentHashMap<>();

  @Override
  public void broken(Input where, Json.Obj rec) {
    // Two inputs of one name are one file as a rule; if not, always the same one is kept.
    texts.merge(where, CompactJson.write(Secrets.hide(rec)), (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** The records that these findings stand on, as far as they were kept. */
  Map<Input, Json.Obj> of(List<Told> findings) {
    Map<Input, Json.Obj> records = new LinkedHashMap<>();
    for (Told told : findings) {
      Input where = told.finding().input();
      if (!records.containsKey(where)) {
        at(where).ifPresent(rec -> records.put(where, rec));
      }
    }
    return records;
  }

  private Optional<Json.Obj> at(Input where) {
    String text = texts.get(where);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return JsonReader.read(text) instanceof Json.Obj rec ? Optional.of(rec) : Optional.empty();
    } catch (UnreadableJson impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }
}
