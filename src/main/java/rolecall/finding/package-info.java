/**
 * What went wrong, as a fact: one {@link rolecall.finding.Finding} for one rule broken by one
 * event. Nothing here knows how it will be told.
 */
package rolecall.finding;
