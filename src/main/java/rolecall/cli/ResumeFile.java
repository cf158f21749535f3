package rolecall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.aws.Rest;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * A file that says what an interrupted look-up left unread. It holds moments and event ids, and
 * nothing of the events themselves.
 */
record ResumeFile(Path file) {
  /**
   * What is left.
   *
   * @param rests of the Regions that were not read to their end
   */
  record Left(Instant since, Instant until, SortedMap<String, Rest> rests) {
    Left {
      Objects.requireNonNull(since, "since is null");
      Objects.requireNonNull(until, "until is null");
      rests = new TreeMap<>(rests);
    }
  }

  private static final String FIX = " Name another file, or delete it to begin anew.";

  /**
   * What the last run left; empty when there is no such file.
   *
   * @throws Refused when it is not what a look-up wrote
   */
  Optional<Left> read() throws Refused {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(left(JsonReader.read(bytes, 0, bytes.length)));
    } catch (NoSuchFileException absent) {
      // Better now than after an hour of looking up.
      if (!Files.isWritable(Optional.ofNullable(file.getParent()).orElse(Path.of("")))) {
        throw refused("cannot be written: its folder is missing or not yours to write to", absent);
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      throw refused("cannot be read: " + FileTrouble.why(unreadable), unreadable);
    } catch (UnreadableJson | DateTimeParseException foreign) {
      throw refused("was not written by 'rolecall lookup --resume'", foreign);
    }
  }

  /**
   * Keeps what is left. The file goes when nothing is.
   *
   * @throws Refused when it cannot be written; it is then as it was
   */
  void write(Left left) throws Refused {
    try {
      if (left.rests().isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
      Files.writeString(beside, CompactJson.write(json(left)) + "\n");
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw refused("cannot be written: " + FileTrouble.why(failed), failed);
    }
  }

  private static Left left(Json document) {
    SortedMap<String, Rest> rests = new TreeMap<>();
    for (Json region : document.get("left").items()) {
      Set<String> read = new HashSet<>();
      region.get("read").items().forEach(id -> read.add(word(id)));
      rests.put(word(region.get("region")), new Rest(moment(region.get("until")), read));
    }
    if (rests.isEmpty()) {
      throw new DateTimeParseException("a file without Regions is not written", "", 0);
    }
    return new Left(moment(document.get("since")), moment(document.get("until")), rests);
  }

  /** A text that is not there is no moment and no Region, so the file is refused for it. */
  private static String word(Json value) {
    return value
        .filledText()
        .orElseThrow(() -> new DateTimeParseException("a text is missing", "", 0));
  }

  private static Instant moment(Json value) {
    return Instant.parse(word(value));
  }

  private static Json json(Left left) {
    Map<String, Json> document = new LinkedHashMap<>();
    document.put("since", text(left.since().toString()));
    document.put("until", text(left.until().toString()));
    document.put(
        "left",
        new Json.Arr(
            left.rests().entrySet().stream()
                .map(entry -> region(entry.getKey(), entry.getValue()))
                .toList()));
    return new Json.Obj(document);
  }

  private static Json region(String name, Rest rest) {
    Map<String, Json> region = new LinkedHashMap<>();
    region.put("region", text(name));
    region.put("until", text(rest.until().toString()));
    List<Json> read = rest.read().stream().sorted().map(ResumeFile::text).toList();
    region.put("read", new Json.Arr(read));
    return new Json.Obj(region);
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  private Refused refused(String what, Exception cause) {
    return Refused.file("the file %s %s.%s".formatted(file, what, FIX), cause);
  }
}
