package rolecall.monitor;

import java.util.Objects;
import java.util.Optional;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.Members;
import rolecall.json.UnreadableJson;

/**
 * A version of a policy's text that was good.
 *
 * @param tag its entity tag
 * @param version its id, where the place keeps old versions
 * @param sha256 64 hex digits over its bytes
 */
record GoodPolicy(String tag, Optional<String> version, String sha256) {
  GoodPolicy {
    Objects.requireNonNull(tag, "tag is null");
    Objects.requireNonNull(version, "version is null");
    Objects.requireNonNull(sha256, "sha256 is null");
  }

  String json() {
    return CompactJson.write(
        new Members().text("tag", tag).text("version", version).text("sha256", sha256).build());
  }

  /** Empty for what {@link #json} did not write. */
  static Optional<GoodPolicy> of(String json) {
    try {
      Json value = JsonReader.read(json);
      return value
          .get("tag")
          .text()
          .flatMap(tag ->
              value
                  .get("sha256")
                  .text()
                  .map(sha256 -> new GoodPolicy(tag, value.get("version").text(), sha256)));
    } catch (UnreadableJson _) {
      return Optional.empty();
    }
  }
}
