package rolecall.pattern;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@link Entries} must do, written for plainness and not for speed. */
final class NaiveList {
  private NaiveList() {}

  static boolean contains(List<String> entries, String text) {
    return entries.stream().anyMatch(entry -> holds(entry, text));
  }

  private static boolean holds(String entry, String text) {
    String expression = "\\Q" + entry.replace("*", "\\E.*\\Q") + "\\E";
    int flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(expression, flags).matcher(text).matches() || isInside(entry, text);
  }

  private static boolean isInside(String entry, String text) {
    String[] block = entry.split("/", -1);
    Optional<InetAddress> network = address(block[0]);
    Optional<InetAddress> address = address(text);
    if (network.isEmpty()
        || address.isEmpty()
        || network.get().getAddress().length != address.get().getAddress().length) {
      return false;
    }
    int bits = network.get().getAddress().length * 8;
    int fixed = block.length == 1 ? bits : Integer.parseInt(block[1]);
    return new BigInteger(1, network.get().getAddress())
        .shiftRight(bits - fixed)
        .equals(new BigInteger(1, address.get().getAddress()).shiftRight(bits - fixed));
  }

  /** Read by the JDK, which looks no name up here. */
  static Optional<InetAddress> address(String text) {
    if (!text.matches("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
