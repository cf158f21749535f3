package rolecall.pattern;

import java.util.List;
import java.util.Set;
import rolecall.json.Json;

/**
 * A predicate over one value that is neither an object nor an array. Immutable and thread-safe.
 *
 * <p>Event Ruler tests texts with their quotes on, so that its prefix {@code abc"} also takes the
 * text {@code abc}. Where that shows, {@link OperatorReader} adds the second text.
 */
sealed interface Matcher {
  /** Whether that value satisfies it; never given an object, an array or nothing. */
  boolean matches(Json value);

  /** How dear a test is, for trying the cheap ones first; 1 is the cheapest. */
  default int cost() {
    return 1;
  }

  /** Exactly one of the texts. */
  record Texts(Set<String> texts) implements Matcher {
    public Texts {
      texts = Set.copyOf(texts);
    }

    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && texts.contains(text);
    }
  }

  /** Exactly {@code true}, {@code false} or {@code null}. */
  record Word(Json word) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return word.equals(value);
    }
  }

  /**
   * A number of that value. One that no double holds exactly has no value and equals only the same
   * digits.
   *
   * @param value {@link NumberText#NOT_COMPARABLE} for such a number
   */
  record Numeral(String literal, double value) implements Matcher {
    @Override
    public boolean matches(Json found) {
      return found instanceof Json.Num(String digits)
          && (digits.equals(literal) || NumberText.value(digits) == value);
    }
  }

  /** A number between two bounds. */
  record NumberRange(double low, boolean aboveLow, double high, boolean belowHigh)
      implements Matcher {
    @Override
    public boolean matches(Json value) {
      if (!(value instanceof Json.Num(String digits))) {
        return false;
      }
      double number = NumberText.value(digits);
      return (aboveLow ? number > low : number >= low)
          && (belowHigh ? number < high : number <= high);
    }
  }

  /** A text that begins so. */
  record Prefix(String start) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && text.startsWith(start);
    }
  }

  /** A text that ends so. */
  record Suffix(String end) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && text.endsWith(end);
    }
  }

  /** A text that is so, in any letter case. */
  record Same(AnyCase wanted) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && wanted.equalTo(text);
    }

    @Override
    public int cost() {
      return 2;
    }
  }

  /** A text that begins so, in any letter case. */
  record AnyCasePrefix(AnyCase start) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && start.begins(text);
    }

    @Override
    public int cost() {
      return 2;
    }
  }

  /** A text that ends so, in any letter case. */
  record AnyCaseSuffix(AnyCase end) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && end.ends(text);
    }

    @Override
    public int cost() {
      return 2;
    }
  }

  /** A text of that shape. */
  record Like(Wildcard shape) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && shape.matches(text);
    }

    @Override
    public int cost() {
      return 3;
    }
  }

  /**
   * A text that is an address inside the block. Event Ruler compares the leading hexadecimal digits
   * alone, so that it finds the number 5 in {@code 0.0.0.0/0} and {@code c000:200::1} in {@code
   * 192.0.2.0/24}. Here a number is no address and the two families do not mix.
   */
  record Inside(Network network) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return value instanceof Json.Str(String text) && network.contains(text);
    }

    @Override
    public int cost() {
      return 4;
    }
  }

  /** A text of a named list, or a number written with the digits that stand there. */
  record Listed(Entries entries) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return switch (value) {
        case Json.Str(String text) -> entries.contains(text);
        case Json.Num(String digits) -> entries.contains(digits);
        case Json.Bool _, Json.Null _, Json.Obj _, Json.Arr _, Json.Absent _ -> false;
      };
    }

    @Override
    public int cost() {
      return 5;
    }
  }

  /** Any value at all, {@code null} too. */
  record Present() implements Matcher {
    @Override
    public boolean matches(Json value) {
      return true;
    }
  }

  /** No value; satisfied by the lack of a field, so by none that is there. */
  record Absent() implements Matcher {
    @Override
    public boolean matches(Json value) {
      return false;
    }
  }

  /** A value that none of these takes. */
  record AnythingBut(Matcher refused) implements Matcher {
    @Override
    public boolean matches(Json value) {
      return !refused.matches(value);
    }

    @Override
    public int cost() {
      return refused.cost();
    }
  }

  /** A value that one of these takes. */
  record Either(List<Matcher> matchers) implements Matcher {
    public Either {
      matchers = List.copyOf(matchers);
    }

    @Override
    public boolean matches(Json value) {
      for (int i = 0; i < matchers.size(); i++) {
        if (matchers.get(i).matches(value)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int cost() {
      return matchers.stream().mapToInt(Matcher::cost).sum();
    }
  }
}
