package rolecall.ledger;

class SeenInMemoryTest extends SeenContract {
  @Override
  protected Store empty() {
    return new MemoryStore(clock, 1000);
  }
}
