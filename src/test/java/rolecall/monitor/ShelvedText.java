package rolecall.monitor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolecall.policy.PolicyText;

/** A policy's text on a shelf that keeps old versions and writes down how it was asked. */
final class ShelvedText implements PolicyText {
  private final Map<String, Fetched.Text> versions = new LinkedHashMap<>();
  private final List<String> askedFor = new ArrayList<>();
  private final boolean keepsVersions;
  private Optional<Fetched.Text> head = Optional.empty();
  private boolean down;
  private boolean knowsTags = true;

  ShelvedText(boolean keepsVersions) {
    this.keepsVersions = keepsVersions;
  }

  void put(String tag, String text) {
    put(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  void put(String tag, byte[] bytes) {
    Optional<String> version =
        keepsVersions ? Optional.of("v" + (versions.size() + 1)) : Optional.empty();
    Fetched.Text text = new Fetched.Text(bytes, tag, version);
    head = Optional.of(text);
    version.ifPresent(v -> versions.put(v, text));
  }

  void forget(String version) {
    versions.remove(version);
  }

  /** Puts other bytes into a version, which no place should ever do. */
  void forge(String version, String text) {
    versions.put(
        version,
        new Fetched.Text(text.getBytes(StandardCharsets.UTF_8), "forged", Optional.of(version)));
  }

  void setDown(boolean isDown) {
    down = isDown;
  }

  /** Whether it answers with the whole text to somebody who has it. */
  void setKnowsTags(boolean knows) {
    knowsTags = knows;
  }

  /** Each asking: {@code head}, {@code head unless TAG}, {@code version ID}. */
  List<String> askedFor() {
    return List.copyOf(askedFor);
  }

  @Override
  public String name() {
    return "s3://policies/chime.yaml";
  }

  @Override
  public Fetched fetch(Optional<String> knownTag) {
    askedFor.add(knownTag.map(tag -> "head unless " + tag).orElse("head"));
    if (down || head.isEmpty()) {
      return unreachable();
    }
    return knowsTags && knownTag.equals(Optional.of(head.get().tag()))
        ? new Fetched.Unchanged()
        : head.get();
  }

  @Override
  public Fetched fetchVersion(String version) {
    askedFor.add("version " + version);
    return down || !versions.containsKey(version) ? unreachable() : versions.get(version);
  }

  private static Fetched unreachable() {
    return new Fetched.Unreachable(
        "s3://policies/chime.yaml cannot be read (AccessDenied). Allow s3:GetObject on it.");
  }
}
