/**
 * EventBridge's event-pattern syntax, compiled to predicates of our own.
 *
 * <p>Answers: does a document match, and which clauses did not hold. Entry: {@link
 * rolecall.pattern.Pattern}. May use {@code source} (where a pattern was written) and the JSON
 * values of {@code record}. Must never know what a fact means.
 */
package rolecall.pattern;
