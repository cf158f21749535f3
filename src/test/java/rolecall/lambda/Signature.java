package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import rolecall.aws.Asked;

/**
 * Signs a request anew from what arrived, as AWS does to check it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">IAM:
 *     signing requests</a>
 */
final class Signature {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, "
              + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

  private Signature() {}

  /** Whether the secret key made the request's signature, over what arrived. */
  static boolean isRight(Asked request, String secretKey) {
    Matcher parts = AUTHORIZATION.matcher(request.header("Authorization").orElse(""));
    if (!parts.matches()) {
      return false;
    }
    String signedHeaders = parts.group(5);
    String canonical =
        String.join(
            "\n",
            request.method(),
            request.path(),
            "",
            Arrays.stream(signedHeaders.split(";"))
                .map(name -> name + ":" + request.header(name).orElse("").strip() + "\n")
                .collect(Collectors.joining()),
            signedHeaders,
            sha256(request.body()));
    String scope = String.join("/", parts.group(2), parts.group(3), parts.group(4), "aws4_request");
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.header("X-Amz-Date").orElse(""),
            scope,
            sha256(canonical.getBytes(UTF_8)));
    byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
    for (String part : scope.split("/")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.group(6));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
