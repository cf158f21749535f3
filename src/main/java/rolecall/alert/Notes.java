package rolecall.alert;

import static rolecall.alert.JsonText.member;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.lineage.Chain;

/**
 * What a detection finding says beside what was found.
 *
 * @param shortened what is left out of it, in words
 * @param chain the sessions behind the event, where somebody traced them
 */
record Notes(List<Remark> remarks, Optional<String> shortened, Optional<Chain> chain) {
  static final Notes NONE = new Notes(List.of(), Optional.empty(), Optional.empty());

  Notes {
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(shortened, "shortened is null");
    Objects.requireNonNull(chain, "chain is null");
  }

  /**
   * The finding's own id. A second alert about the same event is another finding, which a reader
   * that keeps one document an id must not drop.
   */
  String uid(Alert alert) {
    return alert.uid() + (of(Remark.Follows.class).isEmpty() ? "" : "/second");
  }

  /**
   * The id of what is told now. An amendment tells of the same finding once more; a reader that
   * keeps one document an id must not drop it.
   */
  String messageUid(Alert alert) {
    return uid(alert) + (amended().isPresent() ? "/amended" : "");
  }

  /** When the alert that this one amends went out; empty when it amends none. */
  Optional<Instant> amended() {
    return of(Remark.Amends.class).stream().map(Remark.Amends::first).findFirst();
  }

  /** Writes members of the open object {@code unmapped}; none names a rule. */
  void write(JsonGenerator json) throws IOException {
    if (remarks.stream().anyMatch(Remark.RepeatsUnchecked.class::isInstance)) {
      json.writeBooleanField("repeats_checked", false);
    }
    writeCounted(of(Remark.CountedBefore.class), json);
    writeFollowed(of(Remark.Follows.class), json);
    if (!of(Remark.FoundLate.class).isEmpty()) {
      json.writeBooleanField("late", true);
    }
    if (chain.isPresent()) {
      json.writeObjectFieldStart("lineage");
      LineageJson.write(chain.get(), json);
      json.writeEndObject();
    }
    if (shortened.isPresent()) {
      member(json, "shortened", shortened.get());
    }
  }

  private <T extends Remark> List<T> of(Class<T> kind) {
    return remarks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static void writeCounted(List<Remark.CountedBefore> counted, JsonGenerator json)
      throws IOException {
    Optional<Instant> since =
        counted.stream().map(Remark.CountedBefore::since).min(Comparator.naturalOrder());
    if (since.isPresent()) {
      json.writeObjectFieldStart("counted_before");
      json.writeNumberField(
          "repeats", counted.stream().mapToLong(Remark.CountedBefore::repeats).sum());
      member(json, "since", since.get().toString());
      json.writeEndObject();
    }
  }

  private static void writeFollowed(List<Remark.Follows> followed, JsonGenerator json)
      throws IOException {
    if (followed.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("follows");
    for (Remark.Follows one : followed) {
      json.writeStartObject();
      member(json, "event", one.eventId());
      member(json, "account", one.account());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
