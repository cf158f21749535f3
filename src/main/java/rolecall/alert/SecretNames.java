package rolecall.alert;

import java.util.Locale;
import java.util.Set;

/**
 * Which names stand before a secret. Letter case, blanks, dashes, dots and underscores do not
 * count: {@code X-Amz-Security-Token} and {@code x_amz_securityToken} are one name.
 */
final class SecretNames {
  /** What a name of a secret ends with. */
  private static final Set<String> ENDS =
      Set.of(
          "token",
          "tokens",
          "tokenvalue",
          "password",
          "passwords",
          "passworddata",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "secret",
          "secrets",
          "secretkey",
          "secretaccesskey",
          "secretstring",
          "secretbinary",
          "secretvalue",
          "privatekey",
          "sessionkey",
          "keymaterial",
          "apikey",
          "assertion",
          "assertions",
          "samlresponse",
          "signature",
          "authorization",
          "authorizationheader",
          "authorizationcode",
          "codeverifier",
          "tokencode",
          "otp",
          "jwt",
          "cookie",
          "cookies",
          "plaintext",
          "base32stringseed",
          "qrcodepng",
          "userdata",
          "personalpin",
          "meetingpin");

  /** Names that end so and hold none: places in a list, ids of requests, subjects, settings. */
  private static final Set<String> HARMLESS =
      Set.of(
          "nexttoken",
          "nextpagetoken",
          "pagetoken",
          "paginationtoken",
          "continuationtoken",
          "starttoken",
          "clienttoken",
          "clientrequesttoken",
          "creatorrequesttoken",
          "idempotencytoken",
          "maxtokens",
          "httptokens",
          "subjectfromwebidentitytoken");

  /** Too short to mean a secret in running text, but as the name of a member they do. */
  private static final Set<String> MEMBERS =
      Set.of("code", "pin", "credentials", "authenticationcode1", "authenticationcode2");

  private static final Set<String> ENTRY_NAMES =
      Set.of(
          "name",
          "key",
          "headername",
          "parametername",
          "parameterkey",
          "attributename",
          "fieldname",
          "tagkey");

  private static final Set<String> ENTRY_VALUES =
      Set.of(
          "value",
          "values",
          "headervalue",
          "parametervalue",
          "attributevalue",
          "fieldvalue",
          "stringvalue",
          "tagvalue");

  /** What a caller, a role and an event are called by; a name never hides them. */
  private static final Set<String> IDENTITIES =
      Set.of(
          "accesskeyid",
          "accountid",
          "arn",
          "assumedroleid",
          "eventid",
          "principalid",
          "recipientaccountid",
          "rolearn",
          "rolename",
          "rolesessionname",
          "sourceidentity",
          "username");

  private SecretNames() {}

  /** Whether the member of that name holds a secret. */
  static boolean isSecretMember(String name) {
    String plain = plain(name);
    return MEMBERS.contains(plain) || isSecret(plain);
  }

  /** Whether what follows that word and an equals sign or colon is a secret. */
  static boolean isSecretWord(String name) {
    return isSecret(plain(name));
  }

  /** Whether what follows is a secret of several words, to the end of its line. */
  static boolean isWholeLine(String name) {
    String plain = plain(name);
    return plain.endsWith("authorization") || plain.endsWith("cookie");
  }

  /** Whether a member of that name says what its neighbour holds: {@code {"name": "password"}}. */
  static boolean namesNeighbour(String name) {
    return ENTRY_NAMES.contains(plain(name));
  }

  /** Whether a member of that name is the neighbour that such a name is about. */
  static boolean isNeighbour(String name) {
    return ENTRY_VALUES.contains(plain(name));
  }

  /** Whether a member of that name holds an identity, which a caller may have chosen. */
  static boolean isIdentity(String name) {
    return IDENTITIES.contains(plain(name));
  }

  private static boolean isSecret(String plain) {
    return !HARMLESS.contains(plain) && ENDS.stream().anyMatch(plain::endsWith);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
