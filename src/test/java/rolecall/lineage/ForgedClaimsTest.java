package rolecall.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.json;
import static rolecall.record.TestRecords.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.record.TrailRecord;

/** Whatever claims there are beside the true ones, nobody is blamed for what another did. */
class ForgedClaimsTest {
  private static String mallory(String account) {
    return """
    {"type": "IAMUser", "principalId": "AIDAEXAMPLEMALLORY", "accountId": "%1$s",
     "arn": "arn:aws:iam::%1$s:user/mallory", "userName": "mallory",
     "accessKeyId": "AKIAEXAMPLEMALLORY"}
    """
        .formatted(account);
  }

  /** The same call by somebody else: as another event, as the same event, or at day's end. */
  private static TrailRecord forged(TrailRecord record, int way) {
    String account = record.recipientAccountId().orElseThrow();
    TrailRecord mallorys = with(record, "userIdentity", json(mallory(account)));
    return switch (way) {
      case 0 -> with(mallorys, "eventID", record.eventId() + "-forged");
      case 1 -> mallorys;
      default ->
          with(
              with(mallorys, "eventID", record.eventId() + "-forged"),
              "eventTime",
              "2026-03-02T23:59:59Z");
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void a_forged_claim_makes_a_root_unknown_at_most_and_never_another(long seed) {
    World world = new World(seed, 2000, 0);
    Random random = new Random(seed);
    Gathering gathering = new Gathering();
    for (TrailRecord record : world.records()) {
      gathering.add(record);
      if (!world.roots().containsKey(record) && random.nextInt(4) == 0) {
        gathering.add(forged(record, random.nextInt(3)));
      }
    }
    Lineage lineage = gathering.lineage();
    List<String> wrong = new ArrayList<>();
    int[] found = new int[1];
    world
        .roots()
        .forEach((event, root) -> {
          Root traced = lineage.trace(event).root();
          String told = World.told(traced);
          boolean known = traced instanceof Root.Known;
          if (known && !told.equals(root) && !told.equals(root.replace("proven", "stated"))) {
            wrong.add(event.eventId() + ": " + told + ", not " + root);
          }
          found[0] += known ? 1 : 0;
        });
    assertThat(wrong).isEmpty();
    assertThat(found[0]).isBetween(600, 1900);
  }
}
