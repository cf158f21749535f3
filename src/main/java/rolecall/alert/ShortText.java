package rolecall.alert;

import java.util.Optional;
import rolecall.finding.Finding;

/** An alert in one line: the subject of a letter, and the whole of a message for telephones. */
final class ShortText {
  private static final int SUBJECT = 99;

  private static final int LEAST_OF_TITLE = 20;

  private static final int TELEPHONE = 140;

  /** From here on names are cut, by a few characters at a time. */
  private static final int LONGEST_NAME = 65;

  private static final int SHORTEST_NAME = 10;

  private ShortText() {}

  /**
   * {@code [HIGH] Title: dana -> ChimeAdmin (111122223333)}. The title is cut before the names are,
   * since the rest of the letter says it again, and the names before the account is.
   */
  static String subject(Telling telling) {
    String start = "[" + telling.severity() + "] " + telling.update();
    String end = names(telling.gravest(), Shown.NAME);
    int most = LONGEST_NAME;
    while (start.length() + LEAST_OF_TITLE + end.length() > SUBJECT && most > SHORTEST_NAME) {
      most -= 5;
      end = names(telling.gravest(), most);
    }
    int room = Math.max(LEAST_OF_TITLE, SUBJECT - start.length() - end.length());
    return Ascii.show(start + Ascii.cut(telling.title(), room) + end, SUBJECT).strip();
  }

  private static String names(Finding gravest, int most) {
    return ": %s%s%s"
        .formatted(
            Ascii.cut(Shown.caller(gravest), most),
            role(gravest, most),
            gravest.event().account().map(a -> " (" + Shown.name(a) + ")").orElse(""));
  }

  /**
   * {@code Rolecall HIGH rule-id: ci (of dana) -> ChimeAdmin, 111122223333 us-east-1, success}.
   * Names are cut before account and Region are; where even that is too much, whoever stands behind
   * the caller is left to the other bodies.
   */
  static String telephone(Telling telling) {
    String whole = telephone(telling, telling.behind().flatMap(Behind::proven));
    return whole.length() <= TELEPHONE
        ? whole.strip()
        : Ascii.cut(telephone(telling, Optional.empty()), TELEPHONE).strip();
  }

  private static String telephone(Telling telling, Optional<String> behind) {
    String whole = telephone(telling, behind, Shown.NAME);
    int most = LONGEST_NAME;
    while (whole.length() > TELEPHONE && most > SHORTEST_NAME) {
      most -= 5;
      whole = telephone(telling, behind, most);
    }
    return whole;
  }

  private static String telephone(Telling telling, Optional<String> behind, int most) {
    Finding gravest = telling.gravest();
    int others = telling.ruleIds().size() - 1 + telling.unnamed();
    return Ascii.show(
        "Rolecall %s%s %s%s: %s%s%s, %s %s, %s"
            .formatted(
                telling.isUpdate() ? "update " : "",
                telling.severity(),
                Ascii.cut(gravest.rule().id(), Math.max(most, 40)),
                others == 0 ? "" : " (+" + others + ")",
                Ascii.cut(Shown.caller(gravest), most),
                behind.map(name -> " (of " + Ascii.cut(name, most) + ")").orElse(""),
                role(gravest, most),
                gravest.event().account().map(Shown::name).orElse("unknown account"),
                gravest.event().region().map(Shown::name).orElse("unknown Region"),
                Shown.name(gravest.event().outcome())),
        3 * Shown.NAME + 400);
  }

  private static String role(Finding finding, int most) {
    return finding.role().map(r -> " -> " + Ascii.cut(Shown.name(r.name()), most)).orElse("");
  }
}
