/**
 * How findings are told: as a table for people, as JSON and JSON lines for programs.
 *
 * <p>Entry: {@link rolecall.alert.Rendering}. Takes what a scan found and writes text. Nothing here
 * judges, reads input, or knows where the text goes. Every text that a caller may have chosen
 * passes {@link rolecall.alert.Harmless} on its way out.
 */
package rolecall.alert;
