package rolecall.alert;

import java.net.Inet6Address;
import java.util.regex.Pattern;

/** Tells the text of a network address from that of a name. */
final class NetworkAddress {
  private static final int LONGEST = 40;

  private static final Pattern FOUR_DECIMALS =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}");

  private static final Pattern HEX_AND_COLONS = Pattern.compile("[0-9A-Fa-f:.]++");

  private NetworkAddress() {}

  /** Whether the text is an IPv4 address in four decimals or an IPv6 address with no zone. */
  static boolean isOne(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    if (text.indexOf(':') < 0) {
      return FOUR_DECIMALS.matcher(text).matches() && !text.endsWith(".");
    }
    try {
      return HEX_AND_COLONS.matcher(text).matches() && Inet6Address.ofLiteral(text) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
