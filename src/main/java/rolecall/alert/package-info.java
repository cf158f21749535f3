/**
 * How one finding is told.
 *
 * <p>Answers: which words and members stand for a finding, and what a caller's text may do to a
 * reader. Entry: {@link rolecall.alert.FindingJson}, {@link rolecall.alert.Harmless}. May use
 * findings and Jackson's streaming writer. Must never judge, read input, or know where a text goes.
 */
package rolecall.alert;
