package rolecall.aws;

import rolecall.ledger.SeenContract;
import rolecall.ledger.Store;

class SeenInTableTest extends SeenContract {
  @Override
  protected Store empty() {
    LocalDynamoDb local = LocalDynamoDb.running();
    return new DynamoDbStore(local::client, local.newTable());
  }
}
