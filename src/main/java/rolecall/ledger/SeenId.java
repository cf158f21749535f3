package rolecall.ledger;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An event's id and account in 16 bytes: the first half of a SHA-256 of both, so that no two events
 * are ever taken for one, and nobody can choose ids that are.
 */
record SeenId(long high, long low) {
  static final int BYTES = 2 * Long.BYTES;

  static SeenId of(String id, Optional<String> account) {
    String both = id.length() + ":" + id + account.map(known -> "@" + known).orElse("");
    return next(ByteBuffer.wrap(Keys.digest(both)));
  }

  static SeenId next(ByteBuffer bytes) {
    return new SeenId(bytes.getLong(), bytes.getLong());
  }

  void putInto(ByteBuffer bytes) {
    bytes.putLong(high).putLong(low);
  }
}
