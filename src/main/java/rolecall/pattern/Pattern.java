package rolecall.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import rolecall.json.Json;
import rolecall.source.Node;
import rolecall.source.Position;
import rolecall.source.Problems;

/**
 * A compiled event pattern. Immutable and thread-safe.
 *
 * <p>The syntax is EventBridge's; what matches is what Event Ruler 2.1.0 matches ({@code
 * Machine.rulesForJSONEvent}), and what that engine refuses is refused here. On purpose different
 * are only:
 *
 * <ul>
 *   <li>{@code {list: name}} and {@code {anything-but: {list: name}}} exist, read by {@link
 *       Entries};
 *   <li>a value or a map with one operator may stand where a list of one is meant;
 *   <li>a field that two conditions of one branch read is refused, as EventBridge does it; Event
 *       Ruler's default lets the later one win;
 *   <li>{@code $or} is always the operator, never a field of that name;
 *   <li>letters beyond U+FFFF are refused in {@code equals-ignore-case}, where Event Ruler takes
 *       them for question marks; a lone surrogate equals itself alone;
 *   <li>no number is an IP address, and no IPv6 address is inside an IPv4 block: see {@link
 *       Matcher.Inside};
 *   <li>every branch of {@code $or} counts; Event Ruler loses one whose values partly stand in an
 *       earlier branch over the same fields.
 * </ul>
 *
 * <p>Source: the README of github.com/aws/event-ruler; every difference is shown by {@code
 * RulerBugTest}, everything else compared by {@code DifferentialTest}.
 */
public final class Pattern {
  private final Condition root;
  private final List<Condition.Leaf> written;
  private final List<List<Condition.Leaf>> branches;
  private final SequencedMap<String, Position> places;

  private Pattern(PatternReader.Read read) {
    root = read.root();
    written = read.leaves();
    branches = Branches.of(read.root());
    places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(read.places()));
  }

  /**
   * Compiles what stands in a policy.
   *
   * @param problems gets everything that is wrong, not only the first
   * @return empty when {@code problems} got an error
   */
  public static Optional<Pattern> compile(Node node, Lists lists, Problems problems) {
    return PatternReader.read(node, lists, problems).map(Pattern::new);
  }

  /**
   * Whether the document matches. A field that {@code unknowns} covers is neither right nor wrong,
   * whatever the document says; with {@link Unknowns#NONE} the answer is yes or no.
   */
  public Truth test(Json.Obj document, Unknowns unknowns) {
    int span = root.test(document, unknowns);
    return Span.least(span) == Span.most(span)
        ? Span.least(span)
        : ArrayMatch.test(branches, document, unknowns);
  }

  /**
   * Whether every document that matches this pattern surely matches the other. Only exact values
   * and equal conditions are compared: no is the answer also where that cannot be told.
   */
  public boolean implies(Pattern other) {
    return Certainty.implies(branches, other.branches);
  }

  /**
   * Whether surely no document matches both. Only exact values are compared, as in {@link
   * #implies}.
   *
   * @param single whether no document has several values at that path
   */
  public boolean excludes(Pattern other, Predicate<String> single) {
    return Certainty.excludes(branches, other.branches, single);
  }

  /** Every dotted path that the pattern reads, with the place where it is first written. */
  public SequencedMap<String, Position> places() {
    return places;
  }

  /** Every dotted path that the pattern reads, in the order written. */
  public Set<String> paths() {
    return places.keySet();
  }

  /**
   * Every clause with what stood there, in the order written, each judged alone. All may hold and
   * the pattern not: when they hold in different objects of one array.
   */
  public List<Clause> explain(Json.Obj document, Unknowns unknowns) {
    List<Clause> clauses = new ArrayList<>();
    for (Condition.Leaf leaf : written) {
      String path = leaf.route().path();
      clauses.add(
          new Clause(
              path,
              leaf.wanted(),
              unknowns.covers(path) ? "not known" : Shown.at(leaf.route(), document),
              ArrayMatch.test(List.of(List.of(leaf)), document, unknowns)));
    }
    return List.copyOf(clauses);
  }
}
