package rolecall.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request, as it came.
 *
 * @param target path and query, still encoded
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes as they came; nobody compares requests.
public record Asked(String method, String target, List<Answer.Header> headers, byte[] body) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");

  public Asked {
    headers = List.copyOf(headers);
  }

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Answer.Header::value)
        .findFirst();
  }

  /** The service that the signature is for: {@code sns}; empty when there is none. */
  public Optional<String> signedFor() {
    return scope(3);
  }

  /** The Region that the signature is for. */
  public Optional<String> signedIn() {
    return scope(2);
  }

  /** The access key that signed. */
  public Optional<String> signedBy() {
    return scope(1);
  }

  private Optional<String> scope(int group) {
    return header("Authorization")
        .filter(value -> value.startsWith("AWS4-HMAC-SHA256 "))
        .map(SCOPE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(group));
  }

  /** The path without the query, still encoded. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The query's parameters, decoded. */
  public Map<String, String> query() {
    int mark = target.indexOf('?');
    return mark < 0 ? Map.of() : pairs(target.substring(mark + 1));
  }

  /** The parameters of a form in the body, decoded, as SNS gets them. */
  public Map<String, String> form() {
    return pairs(text());
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      int equal = pair.indexOf('=');
      pairs.put(
          decode(equal < 0 ? pair : pair.substring(0, equal)),
          equal < 0 ? "" : decode(pair.substring(equal + 1)));
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
