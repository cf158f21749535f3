package rolecall.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rolecall.lineage.Inquiry.Outlook;

/** Why Regions did not give the record that issued a key, in words. Stateless. */
final class NotListed {
  private static final int NAMED = 5;

  private NotListed() {}

  /**
   * A clause that goes on after "because".
   *
   * @param asked the account that was asked, where it is known
   * @param home the account that the session belongs to, where its record must be
   */
  static String why(String key, Swept swept, Optional<String> asked, Optional<String> home) {
    List<String> troubles = troubles(swept);
    List<String> listed = swept.listed();
    if (listed.isEmpty()) {
      return troubles.isEmpty()
          ? "no Region that was asked knows the account, so nothing tells what issued " + key
          : "the record that issued " + key + " could not be looked up: " + and(troubles);
    }
    boolean away = asked.isPresent() && home.isPresent() && !asked.equals(home);
    List<String> parts = new ArrayList<>();
    parts.add(
        "%sthe events that CloudTrail lists%s in %s"
            .formatted(
                away
                    ? "the record that issued %s must be in account %s, and is not among "
                        .formatted(key, home.get())
                    : "the record that issued " + key + " is not among ",
                asked.map(id -> " of account " + id).orElse(""),
                regions(listed)));
    parts.addAll(troubles);
    return and(parts);
  }

  /** What asking again would bring, but for the record's age. */
  static Outlook outlook(Swept swept) {
    for (RegionAnswer answer : swept.answers().values()) {
      switch (answer) {
        case RegionAnswer.Late _, RegionAnswer.Spent _ -> {
          return Outlook.HELD_UP;
        }
        case RegionAnswer.Failed(AwsFailure failure) when passes(failure.kind()) -> {
          return Outlook.HELD_UP;
        }
        case RegionAnswer.Failed _, RegionAnswer.Listed _, RegionAnswer.Off _ -> {}
      }
    }
    return Outlook.FINAL;
  }

  /** Whether such a failure passes by itself. */
  static boolean passes(AwsFailure.Kind kind) {
    return switch (kind) {
      case THROTTLED, FAULT, UNREACHABLE, UNCLEAR -> true;
      case DENIED, CREDENTIALS, REGION, REFUSED -> false;
    };
  }

  /** Each kind of trouble once, with its Regions. */
  private static List<String> troubles(Swept swept) {
    Map<String, List<String>> regions = new LinkedHashMap<>();
    SortedMap<String, RegionAnswer> sorted = new TreeMap<>(swept.answers());
    sorted.forEach((region, answer) ->
        trouble(answer)
            .ifPresent(what -> regions.computeIfAbsent(what, _ -> new ArrayList<>()).add(region)));
    return regions.entrySet().stream()
        .map(one -> one.getKey().formatted(regions(one.getValue())))
        .toList();
  }

  private static Optional<String> trouble(RegionAnswer answer) {
    return switch (answer) {
      case RegionAnswer.Listed(_, long broken) when broken == 0 -> Optional.empty();
      case RegionAnswer.Listed _ -> Optional.of("an event that names it in %s cannot be read");
      case RegionAnswer.Off _ -> Optional.empty();
      case RegionAnswer.Late _ -> Optional.of("time was over before %s had answered");
      case RegionAnswer.Spent _ -> Optional.of("no call was left for %s");
      case RegionAnswer.Failed(AwsFailure failure) -> Optional.of(said(failure));
    };
  }

  private static String said(AwsFailure failure) {
    return switch (failure.kind()) {
      case DENIED ->
          "AWS denies %s in %%s (%s)"
              .formatted(failure.action().orElse("cloudtrail:LookupEvents"), failure.code());
      case THROTTLED -> "look-ups were throttled in %s (" + failure.code() + ")";
      case CREDENTIALS, REGION -> failure.what();
      case FAULT, UNREACHABLE, REFUSED, UNCLEAR -> "in %s " + failure.what();
    };
  }

  /** A few by name, of many their number: the Regions of which more is to be said are few. */
  private static String regions(List<String> ids) {
    return ids.size() <= NAMED ? String.join(", ", ids) : ids.size() + " Regions";
  }

  /** {@code a; b, and c}. */
  private static String and(List<String> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : String.join("; ", parts.subList(0, parts.size() - 1)) + ", and " + parts.getLast();
  }
}
