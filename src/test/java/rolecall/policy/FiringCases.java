package rolecall.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import rolecall.json.Json;
import rolecall.record.TrailRecord;

/** The cases beside the shipped rules that are told, for tests of what comes before the policy. */
public final class FiringCases {
  /**
   * A case.
   *
   * @param name the rule's id and what the case shows
   */
  public record Firing(String name, Json.Obj record) {}

  private FiringCases() {}

  /** Those that expect an alert or that they cannot be judged. */
  public static List<Firing> shipped() {
    List<Firing> cases = new ArrayList<>();
    for (TestCase test : Policies.read(Policies.text()).loaded().orElseThrow().tests().ofRules()) {
      if (test.expect() != TestCase.Expect.QUIET) {
        TrailRecord record = Bases.shipped().record(test).orElseThrow();
        cases.add(new Firing(test.subject() + ": " + test.name(), record.tree()));
      }
    }
    return List.copyOf(cases);
  }

  /**
   * The events that the shipped rules read, such as {@code sts:AssumeRole}; of a service that one
   * of them reads whole, every event in the catalogue.
   */
  public static SortedSet<String> eventsRead() {
    SortedSet<String> read = new TreeSet<>();
    for (Rule rule : Policies.shipped().rules()) {
      for (EventName event : rule.events()) {
        read.addAll(
            event.isWholeService() ? catalogue(event.service()) : List.of(event.toString()));
      }
    }
    return read;
  }

  private static List<String> catalogue(String service) {
    String begin = service + ": ";
    try {
      return Files.readAllLines(Path.of("src/main/resources/rolecall/events.txt")).stream()
          .filter(line -> line.startsWith(begin))
          .flatMap(line -> Stream.of(line.substring(begin.length()).split(" ")))
          .map(name -> service + ":" + name)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
