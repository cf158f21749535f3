package rolecall.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contract of once-only, read anew and as simply as can be: every finding is compared with
 * every earlier one. The oracle of {@link SameBytesSameOutputTest}.
 */
final class SlowSettlement {
  private static final int QUIET_MINUTES = 60;

  private static final class Line {
    private final String id;
    private final String event;
    private final String rule;
    private final String actor;
    private final String target;
    private final Optional<Integer> minute;
    private boolean told;
    private int repeats;

    Line(Recorded record, String rule, String target, List<Recorded> all) {
      this.id = plain(record, "eventID").orElseThrow();
      this.event = plain(record, "sharedEventID").orElse(id);
      this.rule = rule;
      this.actor = actor(record, all);
      this.target = target;
      this.minute =
          plain(record, "eventTime")
              .map(time ->
                  60 * Integer.parseInt(time.substring(11, 13))
                      + Integer.parseInt(time.substring(14, 16)));
    }
  }

  private SlowSettlement() {}

  /** The findings told, each as {@link Scanning#told} writes it. */
  static List<String> told(List<Recorded> records) {
    List<Line> lines = lines(records);
    for (int i = 0; i < lines.size(); i++) {
      settle(lines.get(i), lines.subList(0, i));
    }
    return lines.stream()
        .filter(line -> line.told)
        .map(line -> line.id + " " + line.rule + (line.repeats == 0 ? "" : " +" + line.repeats))
        .toList();
  }

  private static void settle(Line line, List<Line> earlier) {
    if (earlier.stream().anyMatch(e -> e.event.equals(line.event) && e.rule.equals(line.rule))) {
      return;
    }
    Optional<Line> opener = earlier.stream().filter(e -> isAround(e, line)).findFirst();
    opener.ifPresent(o -> o.repeats++);
    line.told = opener.isEmpty();
  }

  private static boolean isAround(Line opener, Line line) {
    return opener.told
        && !line.rule.startsWith("grave")
        && opener.rule.equals(line.rule)
        && opener.actor.equals(line.actor)
        && opener.target.equals(line.target)
        && opener.minute.isPresent()
        && line.minute.isPresent()
        && line.minute.get() - opener.minute.get() < QUIET_MINUTES;
  }

  private static List<Line> lines(List<Recorded> records) {
    List<Line> lines = new ArrayList<>();
    for (Recorded record : records) {
      if (!record.verdict().equals("broken")) {
        continue;
      }
      for (String breach : record.breaches()) {
        String[] words = breach.split("\"");
        boolean settled = breach.contains("true") && isSettled(record, records);
        if (!settled && !words[3].startsWith("trial")) {
          lines.add(new Line(record, words[3], words[7], records));
        }
      }
    }
    lines.sort(
        Comparator.comparing((Line line) -> line.minute.orElse(Integer.MAX_VALUE))
            .thenComparing(line -> line.id)
            .thenComparing(line -> line.rule));
    return lines;
  }

  private static String actor(Recorded record, List<Recorded> all) {
    boolean namesOnlyAnAccount =
        record.members().get("userIdentity").contains("AWSAccount")
            && callersCopies(record, all).findAny().isEmpty();
    return namesOnlyAnAccount ? "somebody" : "dana";
  }

  /** Whether a copy of the same call that names the caller in full was judged. */
  private static boolean isSettled(Recorded record, List<Recorded> all) {
    return callersCopies(record, all)
        .anyMatch(copy -> !List.of("fault", "ignored").contains(copy.verdict()));
  }

  /** The copies of the same call that name the caller in full. */
  private static Stream<Recorded> callersCopies(Recorded record, List<Recorded> all) {
    Optional<String> shared = plain(record, "sharedEventID");
    return all.stream()
        .filter(other -> shared.isPresent() && plain(other, "sharedEventID").equals(shared))
        .filter(other -> other.members().get("userIdentity").contains("IAMUser"));
  }

  private static Optional<String> plain(Recorded record, String name) {
    return Optional.ofNullable(record.members().get(name)).map(text -> text.replace("\"", ""));
  }
}
