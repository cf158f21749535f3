package rolecall.ledger;

class TakingsInMemoryTest extends TakingsContract {
  @Override
  protected Store empty() {
    return new MemoryStore(new SetClock(), 1000);
  }
}
