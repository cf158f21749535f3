package rolecall.alert;

import java.util.Locale;
import java.util.Set;

/**
 * Takes the links out of a text that a caller may have written: no program that shows it finds a
 * web address to click. {@code https://a.example.com/x} becomes {@code
 * https[:]//a[.]example[.]com/x}.
 *
 * <p>What a program links differs, so this breaks more than any of them links: every scheme that
 * opens something, {@code //} and {@code \\} before a name, {@code www.}, and every word with dots
 * that ends as web sites do or that a path follows. Two kinds of words stay as they are, since
 * people search for them: names of AWS services ({@code sts.amazonaws.com}) with no path behind
 * them, also inside a service-linked role's ARN; and mail addresses ({@code dana@example.com}), the
 * usual session names of people. A program may open a new mail to such an address, and no web site.
 * A name that is itself a web site's ({@code evil.com}) is broken: the promise that nothing can be
 * clicked outweighs that it is shown letter for letter. {@code dana.smith} is no web site's name.
 */
final class Unlinked {
  private static final Set<String> SCHEMES =
      Set.of(
          "http",
          "https",
          "ftp",
          "ftps",
          "sftp",
          "file",
          "mailto",
          "tel",
          "sms",
          "callto",
          "skype",
          "javascript",
          "vbscript",
          "data",
          "news",
          "nntp",
          "irc",
          "slack",
          "msteams",
          "teams",
          "zoommtg",
          "zoomus",
          "tg",
          "whatsapp",
          "facetime",
          "xmpp",
          "sip",
          "sips",
          "magnet",
          "geo",
          "maps",
          "webcal",
          "intent",
          "market",
          "itms",
          "ssh",
          "git",
          "gopher",
          "telnet",
          "ldap",
          "smb",
          "blob",
          "ws",
          "wss",
          "about",
          "chrome",
          "steam",
          "spotify",
          "bitcoin",
          "feed");

  private static final String DOTS = ".\u2024\u3002\ufe52\uff0e\uff61";

  private final String text;
  private final StringBuilder shown;

  private Unlinked(String text) {
    this.text = text;
    this.shown = new StringBuilder(text.length() + 16);
  }

  static String show(String text) {
    return new Unlinked(text).all();
  }

  private String all() {
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(at);
      if (end > at) {
        appendWord(at, end);
        at = end;
        continue;
      }
      char c = text.charAt(at);
      boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c == ':' && opensSomething(at)) {
        shown.append("[:]");
      } else if (doubled && (c == '\\' || (c == '/' && !followsScheme(at)))) {
        shown.append(c).append('[').append(c).append(']');
        at++;
      } else {
        shown.append(c);
      }
      at++;
    }
    return shown.toString();
  }

  /** What follows a scheme needs no breaking any more. */
  private boolean followsScheme(int at) {
    return isBefore(at, ':') || (at > 2 && text.startsWith("[:]", at - 3));
  }

  private void appendWord(int start, int end) {
    String word = plainDots(text.substring(start, end));
    boolean more = isFollowed(end);
    boolean isLocalPart = end < text.length() && text.charAt(end) == '@';
    if (isService(word, start, end, more)
        || (!more && isMailHost(start) && !word.regionMatches(true, 0, "www.", 0, 4))
        || !WebNames.isLinked(word, more, isLocalPart)) {
      shown.append(word);
      return;
    }
    shown.append(word.replace(".", "[.]"));
  }

  /** A dot of another script counts as a dot to a browser. */
  private static String plainDots(String word) {
    String plain = word;
    for (int i = 1; i < DOTS.length(); i++) {
      plain = plain.replace(DOTS.charAt(i), '.');
    }
    return plain;
  }

  private boolean isService(String word, int start, int end, boolean more) {
    if (!WebNames.isAwsService(word)) {
      return false;
    }
    return more
        ? endsBefore(start, ":role/aws-service-role/") && text.startsWith("/A", end)
        : !isBefore(start, '/') && !isBefore(start, '\\') && !isBefore(start, '@');
  }

  private boolean endsBefore(int start, String path) {
    return text.startsWith(path, start - path.length());
  }

  private boolean isBefore(int at, char c) {
    return at > 0 && text.charAt(at - 1) == c;
  }

  /** Whether {@code name@} stands before, and nothing before that which makes it an address. */
  private boolean isMailHost(int start) {
    if (!isBefore(start, '@')) {
      return false;
    }
    int first = start - 1;
    while (first > 0 && isLocal(text.charAt(first - 1))) {
      first--;
    }
    return first < start - 1
        && !isBefore(first, ':')
        && !isBefore(first, '@')
        && !isBefore(first, '\\')
        && !(isBefore(first, '/') && isBefore(first - 1, '/'));
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "._%+=,-".indexOf(c) >= 0;
  }

  private boolean isFollowed(int end) {
    if (end >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    return c == '/'
        || c == '\\'
        || c == '?'
        || c == '#'
        || (c == ':' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)));
  }

  /** Whether the colon follows a scheme that a program would open. */
  private boolean opensSomething(int colon) {
    if (text.startsWith("//", colon + 1) || text.startsWith("\\\\", colon + 1)) {
      return true;
    }
    int first = colon;
    while (first > 0 && Character.isLetter(text.charAt(first - 1)) && colon - first < 12) {
      first--;
    }
    return colon + 1 < text.length()
        && text.charAt(colon + 1) != ' '
        && SCHEMES.contains(text.substring(first, colon).toLowerCase(Locale.ROOT));
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (!isOfWord(point)) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isOfWord(int point) {
    if (Character.isLetterOrDigit(point) || point == '-' || point == '_') {
      return true;
    }
    int type = Character.getType(point);
    return DOTS.indexOf(point) >= 0
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
