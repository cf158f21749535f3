package rolecall.alert;

import java.net.Inet6Address;

/** Tells the text of a network address from that of a name. */
final class NetworkAddress {
  private static final int LONGEST = 40;

  private NetworkAddress() {}

  /** Whether the text is an IPv4 address in four decimals or an IPv6 address with no zone. */
  static boolean isOne(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    if (text.indexOf(':') < 0) {
      return text.matches("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}")
          && !text.endsWith(".");
    }
    try {
      return text.matches("[0-9A-Fa-f:.]+") && Inet6Address.ofLiteral(text) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
