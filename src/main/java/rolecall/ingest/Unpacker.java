package rolecall.ingest;

/** Gives the bytes of one input, unpacked, from its start to its end. For one thread. */
interface Unpacker {
  /**
   * Puts the next bytes into {@code target[from, to)}, at least one.
   *
   * @return how many; -1 at the end
   * @throws Damage when there is more, or should be, that cannot be had
   */
  int unpack(byte[] target, int from, int to) throws Damage;
}
