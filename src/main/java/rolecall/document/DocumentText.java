package rolecall.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

/**
 * From a request parameter to the document's object. Stateless.
 *
 * <p>IAM's requests hold plain JSON and its answers percent-encoded JSON. A plain document may hold
 * {@code %} and {@code +}, so only a text that begins with an encoded brace is decoded.
 */
final class DocumentText {
  private DocumentText() {}

  static Json.Obj root(Json value) throws Misread {
    Json document = value instanceof Json.Str(String text) ? parse(text) : value;
    if (document instanceof Json.Obj object) {
      return object;
    }
    throw new Misread(
        "",
        document.isPresent()
            ? "is %s and not an object".formatted(Field.kind(document))
            : "is missing");
  }

  private static Json parse(String text) throws Misread {
    if (text.equals(Json.HIDDEN)) {
      throw new Misread("", "was hidden by CloudTrail");
    }
    String document = withoutLeadingBlanks(text);
    if (document.regionMatches(true, 0, "%7B", 0, 3)) {
      document = decode(document);
    }
    try {
      return JsonReader.read(document);
    } catch (UnreadableJson notJson) {
      throw new Misread("", "is no JSON: " + ShortText.of(notJson.getMessage()));
    }
  }

  private static String withoutLeadingBlanks(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** Decodes by RFC 3986, where {@code +} is a plus. */
  private static String decode(String text) throws Misread {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        decoded.put(encoded[i]);
      } else if (isHex(encoded, i + 1) && isHex(encoded, i + 2)) {
        int high = HexFormat.fromHexDigit(encoded[i + 1]);
        int low = HexFormat.fromHexDigit(encoded[i + 2]);
        decoded.put((byte) (high * 16 + low));
        i += 2;
      } else {
        throw new Misread(
            "", "is percent-encoded, and two hexadecimal digits are missing after a %");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Misread("", "is percent-encoded, and the decoded bytes are not UTF-8");
    }
  }

  private static boolean isHex(byte[] text, int at) {
    return at < text.length && HexFormat.isHexDigit(text[at]);
  }
}
