package rolecall.ledger;

import java.util.Optional;
import rolecall.json.Json;

/** The entries that say of an event that the caller's own copy of it was judged. */
final class CallerNotes {
  private final Visit visit;

  CallerNotes(Visit visit) {
    this.visit = visit;
  }

  /**
   * @return false when others were faster each time
   */
  boolean put(String event, String actor) throws StoreTrouble {
    Entry.Place place = place(event);
    String value = Values.write(json -> json.writeStringField("actor", Keys.bounded(actor)));
    for (int i = 0; i < Visit.TRIES; i++) {
      Optional<Entry> seen = visit.get(place);
      if (seen.filter(visit::isCurrent).isPresent()
          || visit.put(place, value, Claims.RETENTION, seen)) {
        return true;
      }
    }
    return false;
  }

  CallerNote get(String event) throws StoreTrouble {
    Optional<Entry> seen = visit.get(place(event)).filter(visit::isCurrent);
    if (seen.isEmpty()) {
      return new CallerNote.Unknown();
    }
    return Values.read(seen.get(), CallerNotes::noted);
  }

  private static CallerNote noted(Json value) {
    return new CallerNote.Noted(value.get("actor").text().orElseThrow());
  }

  private static Entry.Place place(String event) {
    return new Entry.Place(Keys.eventPartition(event), Keys.CALLER);
  }
}
