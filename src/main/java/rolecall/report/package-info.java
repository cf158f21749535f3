/**
 * What a scan found, as a table for people and as JSON for programs.
 *
 * <p>Answers: what of a result is shown, in which order and form. Entry: {@link
 * rolecall.report.Rendering}. May use findings, how one is told, and the monitor's result. Must
 * never judge, read input, or know where a text goes.
 */
package rolecall.report;
