/**
 * What was told already: each finding is claimed before it is told, confirmed when it is out, and
 * released when it could not go out.
 */
package rolecall.ledger;
