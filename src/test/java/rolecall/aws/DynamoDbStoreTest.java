package rolecall.aws;

import rolecall.ledger.Store;
import rolecall.ledger.StoreContract;

class DynamoDbStoreTest extends StoreContract {
  @Override
  protected Store empty() {
    LocalDynamoDb local = LocalDynamoDb.running();
    return new DynamoDbStore(local::client, local.newTable());
  }
}
