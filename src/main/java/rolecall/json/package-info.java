/**
 * JSON values, read strictly and written compactly.
 *
 * <p>Answers: what stands in a JSON text. Entry: {@link rolecall.json.JsonReader}. May use
 * Jackson's streaming reader and nothing of this project.
 */
package rolecall.json;
