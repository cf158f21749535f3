/**
 * A text that people wrote, with the place of every word, and what is wrong with it.
 *
 * <p>Answers: what stands where in a YAML file. Entry: {@link rolecall.source.YamlReader}. May use
 * the YAML library and nothing of this project. Must never know what a policy means.
 */
package rolecall.source;
