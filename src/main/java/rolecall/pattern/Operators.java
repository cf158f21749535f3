package rolecall.pattern;

import java.util.List;
import java.util.Set;

/** The words of the syntax. */
final class Operators {
  static final String PREFIX = "prefix";
  static final String SUFFIX = "suffix";
  static final String WILDCARD = "wildcard";
  static final String ANY_CASE = "equals-ignore-case";
  static final String CIDR = "cidr";
  static final String NUMERIC = "numeric";
  static final String EXISTS = "exists";
  static final String ANYTHING_BUT = "anything-but";
  static final String LIST = "list";

  static final List<String> ALL =
      List.of(PREFIX, SUFFIX, WILDCARD, ANY_CASE, CIDR, NUMERIC, EXISTS, ANYTHING_BUT, LIST);

  /** Event Ruler refuses fields of these names inside {@code $or} (its class Constants). */
  static final Set<String> RESERVED_IN_OR =
      Set.of(
          "exactly",
          ANY_CASE,
          PREFIX,
          SUFFIX,
          ANYTHING_BUT,
          EXISTS,
          WILDCARD,
          NUMERIC,
          CIDR,
          "=",
          "<",
          "<=",
          ">",
          ">=",
          "regex",
          "not-wildcard",
          "not-equals-ignore-case",
          "date-after",
          "date-on-or-after",
          "date-before",
          "date-on-or-before",
          "in-date-range",
          "ip-address-in-range",
          "ip-address-not-in-range");

  private Operators() {}
}
