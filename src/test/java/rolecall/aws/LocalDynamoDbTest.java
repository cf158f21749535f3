package rolecall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalDynamoDbTest {
  @Test
  void it_starts_once_and_makes_a_table_of_its_own_for_whoever_asks() {
    LocalDynamoDb local = LocalDynamoDb.running();

    String mine = local.newTable();
    String another = local.newTable();

    assertThat(LocalDynamoDb.running()).isSameAs(local);
    assertThat(local.client().listTables().tableNames()).contains(mine, another);
  }
}
