package rolecall.monitor;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolecall.finding.KnownFinding;
import rolecall.finding.Told;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;

/** Scans in memory, for tests. */
final class Scanning {
  private Scanning() {}

  /** A log file with these records. */
  static Found file(String name, Recorded... records) {
    return file(name, List.of(records));
  }

  static Found file(String name, List<Recorded> records) {
    return bytes(
        name,
        records.stream()
            .map(Recorded::json)
            .collect(Collectors.joining(",\n", "{\"Records\":[", "]}")));
  }

  static Found bytes(String name, String content) {
    return new Found.Source(new InMemory(name, content));
  }

  static ScanResult scan(Found... inputs) {
    return scan(1, List.of(inputs));
  }

  static ScanResult scan(int threads, List<Found> inputs) {
    return scanner(threads).run(inputs.iterator(), Progress.NONE);
  }

  static ScanResult scan(Set<KnownFinding> baseline, Found... inputs) {
    return new Scan(new ScriptedJudge(), 1, Optional.empty(), Optional.empty(), baseline)
        .run(List.of(inputs).iterator(), Progress.NONE);
  }

  static Scan scanner(int threads) {
    return new Scan(new ScriptedJudge(), threads, Optional.empty(), Optional.empty(), Set.of());
  }

  /** One line for each finding told: {@code e1 rule-a +2} with its repeats. */
  static List<String> told(ScanResult result) {
    return lines(result.told());
  }

  static List<String> observed(ScanResult result) {
    return lines(result.observed());
  }

  /** The counters of records that are not zero, in the order of the equation. */
  static String counted(ScanResult result) {
    Summary s = result.summary();
    return Stream.of(
            s.records() + " records:",
            word(s.ignored(), "ignored"),
            word(s.allowed(), "allowed"),
            word(s.observed(), "observed"),
            word(s.alerted(), "alerted"),
            word(s.repeated(), "repeated"),
            word(s.unreadable(), "unreadable"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String word(long count, String name) {
    return count == 0 ? "" : count + " " + name;
  }

  private static List<String> lines(List<Told> findings) {
    return findings.stream()
        .map(t ->
            t.finding().event().id()
                + " "
                + t.finding().rule().id()
                + (t.repeats() == 0 ? "" : " +" + t.repeats()))
        .toList();
  }

  private record InMemory(String name, String content) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
