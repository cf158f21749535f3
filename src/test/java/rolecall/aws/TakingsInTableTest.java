package rolecall.aws;

import rolecall.ledger.Store;
import rolecall.ledger.TakingsContract;

class TakingsInTableTest extends TakingsContract {
  @Override
  protected Store empty() {
    LocalDynamoDb local = LocalDynamoDb.running();
    return new DynamoDbStore(local::client, local.newTable());
  }
}
