/**
 * Who stands behind a session: from a record back through the keys that it was signed with, to a
 * person, a service or another account.
 *
 * <p>Answers: which record issued a key, and what of a chain is proven, only stated, or unknown and
 * why. Entry: {@link rolecall.lineage.Lineage}. Must never read input or judge, and must never join
 * two records by a name that a caller may choose.
 */
package rolecall.lineage;
