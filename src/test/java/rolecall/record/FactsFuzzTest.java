package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rolecall.json.CompactJson;
import rolecall.json.Json;

class FactsFuzzTest {
  private static final long SEED = 20260302;
  private static final int ROUNDS = 20_000;

  @Test
  void any_object_with_a_source_and_a_name_has_an_outcome_and_a_caller() {
    Random random = new Random(SEED);
    List<TrailRecord> records = List.copyOf(TestRecords.all().values());
    for (int round = 0; round < ROUNDS; round++) {
      Json.Obj tree = records.get(random.nextInt(records.size())).tree();
      for (int n = random.nextInt(4); n >= 0; n--) {
        tree = mutate(tree, random) instanceof Json.Obj mutated ? mutated : tree;
      }
      TrailRecord record = named(tree, records.get(random.nextInt(records.size())), random);
      try {
        check(record);
      } catch (RuntimeException | StackOverflowError | AssertionError broken) {
        throw new AssertionError(
            "seed %s, round %s: %s".formatted(SEED, round, CompactJson.write(record.tree())),
            broken);
      }
    }
  }

  private static void check(TrailRecord record) {
    Facts facts = TestRecords.facts(record);
    assertThat(facts.text("outcome")).isPresent();
    assertThat(facts.text("caller.kind")).isPresent();
    assertThat(facts.value("caller.identities")).isInstanceOf(Json.Arr.class);
    if (facts.caller().kind() == CallerKind.UNKNOWN) {
      assertThat(facts.unknown("caller.name")).isTrue();
    }
    assertThat(record.eventId()).isNotEmpty();
    assertThat(record.originalEventId()).isNotEmpty();
    assertThat(record.eventTime()).isNotNull();
    facts.role().ifPresent(role -> assertThat(role.name().or(role::linkedService)).isPresent());
  }

  /** Keeps the two members that a record must have, now and then of another record. */
  private static TrailRecord named(Json.Obj tree, TrailRecord other, Random random) {
    Map<String, Json> members = new LinkedHashMap<>(tree.members());
    boolean swap = random.nextInt(8) == 0;
    for (String name : List.of("eventSource", "eventName")) {
      if (swap || tree.get(name).text().isEmpty()) {
        members.put(name, other.tree().get(name));
      }
    }
    return new TrailRecord(new Json.Obj(members));
  }

  /** Replaces or drops one node somewhere, more often near the root. */
  private static Json mutate(Json value, Random random) {
    if (value instanceof Json.Obj(Map<String, Json> members)
        && !members.isEmpty()
        && random.nextInt(5) > 0) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      List<String> names = List.copyOf(members.keySet());
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(6) == 0) {
        changed.remove(name);
      } else {
        changed.put(name, mutate(members.get(name), random));
      }
      return new Json.Obj(changed);
    }
    if (value instanceof Json.Arr(List<Json> items) && !items.isEmpty() && random.nextInt(3) > 0) {
      List<Json> changed = new ArrayList<>(items);
      int index = random.nextInt(items.size());
      changed.set(index, mutate(items.get(index), random));
      return new Json.Arr(changed);
    }
    return anything(random);
  }

  private static Json anything(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Num("-1e400");
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> new Json.Str("");
      case 4 -> new Json.Str(Json.HIDDEN);
      case 5 -> new Json.Str("\uD83D on resource: role ");
      case 6 -> new Json.Str(":".repeat(random.nextInt(9)) + "/".repeat(random.nextInt(9)));
      case 7 -> new Json.Str("arn:aws:iam::111122223333:role" + "/x".repeat(random.nextInt(3)));
      case 8 -> new Json.Str("arn:aws:sts::" + ":assumed-role/".repeat(random.nextInt(3)) + "a/b");
      case 9 -> new Json.Arr(List.of());
      case 10 -> new Json.Arr(List.of(new Json.Null(), new Json.Num("1")));
      case 11 -> new Json.Obj(Map.of());
      case 12 ->
          random.nextInt(20) == 0
              ? deep(400)
              : new Json.Obj(Map.of("omitted", new Json.Bool(true)));
      default ->
          new Json.Str(random.nextInt(50) == 0 ? "'a.:/".repeat(20_000) : "on resource: arn:");
    };
  }

  private static Json deep(int levels) {
    Json value = new Json.Null();
    for (int i = 0; i < levels; i++) {
      value = i % 2 == 0 ? new Json.Arr(List.of(value)) : new Json.Obj(Map.of("arn", value));
    }
    return value;
  }
}
