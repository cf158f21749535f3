package rolecall.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.record.TrailRecord;

/** Every root that can be known is found, and no two sessions are ever joined by mistake. */
class LineagePropertyTest {
  private static final int SESSIONS = 2000;

  private static Lineage lineage(World world) {
    Gathering gathering = new Gathering();
    world.records().forEach(gathering::add);
    return gathering.lineage();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 10", "4, 30", "5, 60"})
  void every_root_is_the_true_one_or_said_to_be_unknown(long seed, int lostPercent) {
    World world = new World(seed, SESSIONS, lostPercent);
    Lineage lineage = lineage(world);
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> kinds = new TreeMap<>();
    world
        .roots()
        .forEach((event, root) -> {
          Chain chain = lineage.trace(event);
          String told = World.told(chain.root());
          kinds.merge(root.substring(0, (root + " ").indexOf(' ')), 1, Integer::sum);
          if (!told.equals(root)) {
            wrong.add(event.eventId() + ": " + told + ", not " + root);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(kinds)
        .containsKeys("iam-user", "root", "saml", "web-identity", "aws-service", "certificate");
    assertThat(kinds.getOrDefault("unknown", 0) > 0).isEqualTo(lostPercent > 0);
    assertThat(kinds.getOrDefault("elsewhere", 0) > 0).isEqualTo(lostPercent > 0);
  }

  @ParameterizedTest
  @CsvSource({"6, 0", "7, 30"})
  void no_record_of_another_session_is_in_a_chain(long seed, int lostPercent) {
    World world = new World(seed, SESSIONS, lostPercent);
    Lineage lineage = lineage(world);
    List<String> wrong = new ArrayList<>();
    for (TrailRecord event : world.roots().keySet()) {
      String number = event.eventId().substring(0, 7);
      lineage.trace(event).hops().stream()
          .map(hop -> hop.event().id())
          .filter(id -> !id.startsWith(number))
          .forEach(id -> wrong.add(event.eventId() + " reached " + id));
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8, 20"})
  void the_order_of_the_records_changes_nothing(long seed, int lostPercent) {
    World world = new World(seed, 500, lostPercent);
    Lineage one = lineage(world);
    Gathering backwards = new Gathering();
    world.records().reversed().forEach(backwards::add);
    Lineage other = backwards.lineage();
    assertThat(world.roots().keySet())
        .allSatisfy(event -> assertThat(other.trace(event)).isEqualTo(one.trace(event)));
  }
}
