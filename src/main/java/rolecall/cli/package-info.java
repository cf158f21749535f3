/**
 * The command line: words in, an exit code out. {@link rolecall.cli.Main} is the way in.
 *
 * <p>This package alone knows standard streams, the environment and the process. It hands typed
 * values to the steps and prints what they answer.
 */
package rolecall.cli;
