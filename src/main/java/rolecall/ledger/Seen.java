package rolecall.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The events of one Region and hour that were handled: exact, in some 40 bytes an event. Pure. */
public final class Seen {
  /** Pairs, each at the place that its bits say or the next free one; a free place holds zeros. */
  private final long[] slots;

  private final int mask;
  private final int size;

  /**
   * @param packed ids of {@link SeenId#BYTES} each, any number in a piece, some perhaps twice
   */
  Seen(List<byte[]> packed) {
    int most = packed.stream().mapToInt(piece -> piece.length / SeenId.BYTES).sum();
    int places = 2 * Integer.highestOneBit(Math.max(2, most + most / 3));
    slots = new long[2 * places];
    mask = places - 1;
    int added = 0;
    for (byte[] piece : packed) {
      ByteBuffer bytes = ByteBuffer.wrap(piece);
      while (bytes.remaining() >= SeenId.BYTES) {
        added += add(SeenId.next(bytes)) ? 1 : 0;
      }
    }
    size = added;
  }

  /** Whether that event was handled; never says so of one that was not. */
  public boolean holds(String id, Optional<String> account) {
    return !isFree(place(SeenId.of(id, account)));
  }

  /** How many events they are. */
  public int size() {
    return size;
  }

  private boolean add(SeenId id) {
    int place = place(id);
    boolean isNew = isFree(place);
    slots[2 * place] = id.high();
    slots[2 * place + 1] = id.low();
    return isNew;
  }

  /** Where it stands, else where it would. */
  private int place(SeenId id) {
    int place = (int) id.low() & mask;
    while (!isFree(place) && (slots[2 * place] != id.high() || slots[2 * place + 1] != id.low())) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private boolean isFree(int place) {
    return slots[2 * place] == 0 && slots[2 * place + 1] == 0;
  }
}
