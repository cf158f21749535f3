package rolecall.pattern;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rolecall.json.Json;
import rolecall.source.Node;

/** Reads plain values: what a field must be exactly. */
final class ValueReader {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private final Faults faults;

  ValueReader(Faults faults) {
    this.faults = faults;
  }

  /** A text; one that is an IP address is equal however the address is spelt, as in Event Ruler. */
  Item text(String text) {
    Matcher matcher =
        Network.mayBeAddress(text)
            ? Address.parse(text)
                .<Matcher>map(address -> new Matcher.Inside(Network.only(address)))
                .orElseGet(() -> new Matcher.Texts(Set.of(text)))
            : new Matcher.Texts(Set.of(text));
    return new Item(matcher, Words.quoted(text));
  }

  Item word(boolean truth) {
    return new Item(new Matcher.Word(new Json.Bool(truth)), String.valueOf(truth));
  }

  Item nothing() {
    return new Item(new Matcher.Word(new Json.Null()), "null");
  }

  Item number(Node.NumberNode number) {
    String literal = number.literal();
    if (ACCOUNT.matcher(literal).matches()) {
      faults.warning(
          number.at(),
          literal + " is a number here, and looks like an account.",
          "CloudTrail writes accounts as texts, and a number never equals a text.",
          "Quote it: '" + literal + "'.");
    }
    return new Item(new Matcher.Numeral(literal, NumberText.value(literal)), literal);
  }

  /** A number that is compared by value, which Event Ruler can only do for what a double holds. */
  Optional<Double> comparable(Node.NumberNode number) {
    double value = NumberText.value(number.literal());
    if (Double.isNaN(value)) {
      faults.error(
          number.at(),
          number.literal() + " has more digits than can be compared.",
          "Numbers are compared as 64-bit floating point, and this one would be rounded.",
          "Write a shorter number, or quote it if the field is a text.");
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
