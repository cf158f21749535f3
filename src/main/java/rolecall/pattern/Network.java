package rolecall.pattern;

import java.util.Optional;

/**
 * A block of IP addresses: those that begin with the same bits. Immutable and thread-safe.
 *
 * @param first an address of the block; the bits behind {@code fixed} do not matter
 * @param fixed how many bits are the same, 0 to 32 or 128
 */
record Network(Address first, int fixed) {
  /** {@code 198.51.100.0/24}; empty when it is no block. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() - slash > 4) {
      return Optional.empty();
    }
    int fixed = 0;
    for (int i = slash + 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Optional.empty();
      }
      fixed = fixed * 10 + digit;
    }
    int bits = fixed;
    return slash + 1 == text.length()
        ? Optional.empty()
        : Address.parse(text.substring(0, slash))
            .filter(address -> bits <= address.bits())
            .map(address -> new Network(address, bits));
  }

  /** The block of that address alone. */
  static Network only(Address address) {
    return new Network(address, address.bits());
  }

  /** Whether the text is an address of this block. */
  boolean contains(String text) {
    if (!mayBeAddress(text)) {
      return false;
    }
    Optional<Address> address = Address.parse(text);
    return address.isPresent() && contains(address.get());
  }

  boolean contains(Address address) {
    if (address.bits() != first.bits()) {
      return false;
    }
    int skippedLow = first.bits() - fixed;
    long low = (address.low() ^ first.low()) & mask(skippedLow);
    long high = (address.high() ^ first.high()) & mask(skippedLow - 64);
    return low == 0 && high == 0;
  }

  /** All bits but the last so many of a long. */
  private static long mask(int skipped) {
    return skipped <= 0 ? -1L : skipped >= 64 ? 0L : -1L << skipped;
  }

  /** A quick no for most texts, that makes nothing. */
  static boolean mayBeAddress(String text) {
    if (text.length() < 2) {
      return false;
    }
    char first = text.charAt(0);
    return first == ':' || (first < 128 && Character.digit(first, 16) >= 0);
  }
}
