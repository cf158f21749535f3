package rolecall.day;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance, the same for the same seed. Not thread-safe. */
final class Draw {
  private static final HexFormat HEX = HexFormat.of();

  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int share) {
    return below(100) < share;
  }

  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[below(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A random UUID, as CloudTrail's ids are. */
  String uuid() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  /** A resource id: {@code vpc-0123456789abcdef0}. */
  String id(String prefix) {
    return prefix + "-0" + HEX.toHexDigits(random.nextLong());
  }

  /** Text like an S3 or IAM request id. */
  String capitals(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append("ABCDEFGHJKMNPQRSTVWXYZ0123456789".charAt(below(32)));
    }
    return text.toString();
  }

  void shuffle(List<?> items) {
    java.util.Collections.shuffle(items, random);
  }
}
