package rolecall.alert;

import java.util.List;
import java.util.Map;
import rolecall.finding.Told;
import rolecall.json.Json;
import rolecall.lineage.Chain;
import rolecall.lineage.Evidence;
import rolecall.lineage.Hop;

/**
 * How large a message must become at least, told without writing it: what is far too large is never
 * written whole. Stateless.
 */
final class Weight {
  /** A detection finding stands in so many bodies, one less when chat has its own. */
  private static final int FINDINGS = 3;

  private static final int LETTERS = 2;

  private Weight() {}

  /** A number of bytes that the message exceeds. */
  static long atLeast(Announcement told) {
    long finding = 0;
    for (Told one : told.alert().findings()) {
      finding += one.finding().reason().length();
    }
    for (Json.Obj rec : told.alert().evidence().values()) {
      finding += of(rec);
    }
    finding += told.chain().map(Weight::of).orElse(0L);
    long letter = 0;
    for (List<String> lines : told.explanations().values()) {
      letter += lines.stream().mapToLong(line -> Math.min(line.length(), Telling.LINE)).sum();
    }
    return finding * FINDINGS + letter * LETTERS;
  }

  /** What a chain's texts add, whichever of them are long. */
  private static long of(Chain chain) {
    long sum = chain.root().why().length();
    for (Hop hop : chain.hops()) {
      sum += hop.event().id().length() + hop.by().length();
      sum += hop.caller().arn().orElse("").length() + hop.caller().name().orElse("").length();
    }
    for (Evidence said : chain.evidence()) {
      sum += said.value().length() + said.how().length();
    }
    return sum;
  }

  private static long of(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        long sum = 0;
        for (Map.Entry<String, Json> member : members.entrySet()) {
          sum += member.getKey().length() + of(member.getValue());
        }
        yield sum;
      }
      case Json.Arr(List<Json> items) -> items.stream().mapToLong(Weight::of).sum();
      case Json.Str(String text) -> text.length();
      case Json.Num(String literal) -> literal.length();
      case Json.Bool _, Json.Null _, Json.Absent _ -> 4;
    };
  }
}
