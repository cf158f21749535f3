package rolecall.aws;

import rolecall.ledger.OpenChainsContract;
import rolecall.ledger.Store;

class OpenChainsInTableTest extends OpenChainsContract {
  @Override
  protected Store empty() {
    LocalDynamoDb local = LocalDynamoDb.running();
    return new DynamoDbStore(local::client, local.newTable());
  }
}
