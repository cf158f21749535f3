/**
 * How a finding, or all findings of one event, are told.
 *
 * <p>Answers: which words and members stand for a finding, and what a caller's text may do to a
 * reader. Entry: {@link rolecall.alert.AlertMessages}, {@link rolecall.alert.FindingJson}, {@link
 * rolecall.alert.DetectionFinding}, {@link rolecall.alert.Harmless}, {@link
 * rolecall.alert.Secrets}. May use findings, JSON values and Jackson's streaming writer. Must never
 * judge, read input, or know where a text goes.
 */
package rolecall.alert;
