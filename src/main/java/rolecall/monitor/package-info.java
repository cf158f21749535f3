/**
 * The line that an event travels, from an input to what is told. {@link rolecall.monitor.Scan} is
 * that line for files; it alone knows the order of the steps.
 */
package rolecall.monitor;
