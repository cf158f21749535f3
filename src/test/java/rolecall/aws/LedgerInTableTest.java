package rolecall.aws;

import rolecall.ledger.LedgerContract;
import rolecall.ledger.Store;

class LedgerInTableTest extends LedgerContract {
  @Override
  protected Store empty() {
    LocalDynamoDb local = LocalDynamoDb.running();
    return new DynamoDbStore(local::client, local.newTable());
  }
}
