package rolecall.pattern;

import java.util.Optional;

/**
 * An IP address that was written as digits; names are never looked up.
 *
 * <p>Read as the JDK reads literals, because Event Ruler leaves it to the JDK: zeros in front are
 * decimal ({@code 192.0.02.1}), and an IPv6 address that carries an IPv4 one ({@code
 * ::ffff:c000:201}) is that IPv4 address.
 *
 * @param bits 32 or 128
 * @param high the first 64 bits of an IPv6 address, else 0
 * @param low the last 64 bits, or the 32 of an IPv4 address
 */
record Address(int bits, long high, long low) {
  private static final int LONGEST_VERSION_4 = 15;
  private static final long MAPPED = 0xffffL;

  static Optional<Address> parse(String text) {
    return text.indexOf(':') >= 0 ? version6(text) : version4(text);
  }

  private static Optional<Address> version4(String text) {
    if (text.length() < 7 || text.length() > LONGEST_VERSION_4) {
      return Optional.empty();
    }
    long whole = 0;
    int part = -1;
    int parts = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c >= '0' && c <= '9') {
        part = Math.max(part, 0) * 10 + (c - '0');
        if (part > 255) {
          return Optional.empty();
        }
      } else if (c == '.' && part >= 0 && parts < 4) {
        whole = (whole << 8) | part;
        parts++;
        part = -1;
      } else {
        return Optional.empty();
      }
    }
    return parts == 4 ? Optional.of(new Address(32, 0, whole)) : Optional.empty();
  }

  private static Optional<Address> version6(String text) {
    if (text.length() < 2 || (text.charAt(0) == ':' && text.charAt(1) != ':')) {
      return Optional.empty();
    }
    long[] halves = new long[2];
    int groups = 0;
    int gap = -1;
    int group = -1;
    for (int i = text.charAt(0) == ':' ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit >= 0) {
        group = (Math.max(group, 0) << 4) | digit;
        if (group > 0xffff) {
          return Optional.empty();
        }
      } else if (c != ':') {
        return Optional.empty();
      } else if (group < 0) {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = groups;
      } else {
        if (i + 1 == text.length() || groups == 8) {
          return Optional.empty();
        }
        put(halves, groups++, group);
        group = -1;
      }
    }
    if (group >= 0) {
      if (groups == 8) {
        return Optional.empty();
      }
      put(halves, groups++, group);
    }
    if (gap >= 0 ? groups == 8 : groups != 8) {
      return Optional.empty();
    }
    return Optional.of(gap < 0 ? of(halves) : widened(halves, groups, gap));
  }

  /** Moves the groups behind {@code ::} to the end. */
  private static Address widened(long[] halves, int groups, int gap) {
    long[] wide = new long[2];
    for (int i = 0; i < groups; i++) {
      int group = (int) (halves[i / 4] >>> (48 - i % 4 * 16)) & 0xffff;
      put(wide, i < gap ? i : i + 8 - groups, group);
    }
    return of(wide);
  }

  private static void put(long[] halves, int index, int group) {
    halves[index / 4] |= (long) group << (48 - index % 4 * 16);
  }

  private static Address of(long[] halves) {
    return halves[0] == 0 && halves[1] >>> 32 == MAPPED
        ? new Address(32, 0, halves[1] & 0xffff_ffffL)
        : new Address(128, halves[0], halves[1]);
  }
}
