package rolecall.ledger;

class LedgerInMemoryTest extends LedgerContract {
  @Override
  protected Store empty() {
    return new MemoryStore(clock, 1000);
  }
}
