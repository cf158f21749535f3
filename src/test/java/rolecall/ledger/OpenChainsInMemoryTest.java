package rolecall.ledger;

class OpenChainsInMemoryTest extends OpenChainsContract {
  @Override
  protected Store empty() {
    return new MemoryStore(new SetClock(), 1000);
  }
}
