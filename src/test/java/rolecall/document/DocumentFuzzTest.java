package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

/** Whatever a document is made into, it is read or its fault has a place; nothing is thrown. */
class DocumentFuzzTest {
  private static final long SEED = Long.getLong("seed", 20_260_302L);
  private static final ChimeActions ACTIONS =
      new ChimeActions(Set.of("CreateUser", "CreateMeeting"), "CreateUser"::equals);

  private static final String ODD = "{}[]\",:*?%+\\7Bé";

  private static final String START =
      "{'Version':'2012-10-17','Statement':[{'Sid':'a','Effect':'Allow','Principal':{'AWS':['*','444455556666','arn:aws:iam::444455556666:role/x'],'Service':'chime.amazonaws.com','Federated':'accounts.google.com'},'Action':['sts:AssumeRole','chime:*'],'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-example0001'},'ForAllValues:ArnLike':{'aws:SourceArn':['arn:aws:s3:::x']},'Null':{'aws:SourceArn':false}}},{'Effect':'Deny','NotPrincipal':'*','NotAction':'sts:*','NotResource':'*'}]}";

  private static final List<Json> PIECES =
      List.of(
          new Json.Str(""),
          new Json.Str("*"),
          new Json.Str("arn:aws:iam::*:root"),
          new Json.Str(":::::"),
          new Json.Str("arn:::::"),
          new Json.Str("\uD800${*}"),
          new Json.Num("1e9"),
          new Json.Bool(true),
          new Json.Null(),
          new Json.Arr(List.of()),
          new Json.Obj(Map.of()),
          new Json.Arr(List.of(new Json.Str("sts:*"), new Json.Arr(List.of()))),
          new Json.Obj(Map.of("", new Json.Str(":"))));

  @Test
  void no_mutated_document_is_thrown_at() {
    Random random = new Random(SEED);
    int readable = 0;
    for (int i = 0; i < 20_000; i++) {
      Json mutated = Documents.json(START);
      for (int times = random.nextInt(3); times >= 0; times--) {
        mutated = mutate(mutated, random);
      }
      if (understood(mutated, "seed %d, document %d: %s".formatted(SEED, i, mutated))) {
        readable++;
      }
    }
    assertThat(readable).as("readable, seed %d", SEED).isBetween(3_000, 17_000);
  }

  @Test
  void no_mutated_text_is_thrown_at() {
    Random random = new Random(SEED);
    String start = START.replace('\'', '"');
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? start : encoded(start));
      for (int times = random.nextInt(3); times >= 0; times--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, (char) random.nextInt(0x180));
          default -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
        }
      }
      understood(new Json.Str(text.toString()), "seed %d, text %d: %s".formatted(SEED, i, text));
    }
  }

  private static boolean understood(Json value, String which) {
    try {
      return switch (PolicyDocument.read(value)) {
        case Document.Understood(PolicyDocument policy) -> {
          TrustMeaning.of(policy, Optional.of("111122223333"), Documents.PUBLIC);
          Permissions.of(policy, ACTIONS);
          ResourcePolicy.of(policy);
          yield true;
        }
        case Document.Broken(String path, String what) -> {
          assertThat(path + what).as(which).doesNotContainPattern("\\p{Cntrl}");
          assertThat(what).as(which).isNotBlank().hasSizeLessThan(400);
          assertThat(path.isEmpty() || path.startsWith("Statement") || path.startsWith("statement"))
              .as(which)
              .isTrue();
          yield false;
        }
      };
    } catch (RuntimeException thrown) {
      throw new AssertionError(which, thrown);
    }
  }

  private static String encoded(String text) {
    return text.replace("%", "%25").replace("{", "%7B").replace("\"", "%22").replace("}", "%7D");
  }

  private static Json mutate(Json value, Random random) {
    if (random.nextInt(6) == 0) {
      return PIECES.get(random.nextInt(PIECES.size()));
    }
    return switch (value) {
      case Json.Arr(List<Json> items) when !items.isEmpty() -> {
        List<Json> changed = new ArrayList<>(items);
        int at = random.nextInt(items.size());
        changed.set(at, mutate(items.get(at), random));
        yield new Json.Arr(changed);
      }
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() ->
          new Json.Obj(changedMember(members, random));
      case Json.Str(String text) when !text.isEmpty() -> {
        int at = random.nextInt(text.length());
        yield new Json.Str(
            text.substring(0, at) + "*?:/$".charAt(random.nextInt(5)) + text.substring(at));
      }
      case Json.Arr _,
          Json.Obj _,
          Json.Str _,
          Json.Num _,
          Json.Bool _,
          Json.Null _,
          Json.Absent _ ->
          PIECES.get(random.nextInt(PIECES.size()));
    };
  }

  private static Map<String, Json> changedMember(Map<String, Json> members, Random random) {
    Map<String, Json> changed = new LinkedHashMap<>(members);
    String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
    Json member = members.get(name);
    switch (random.nextInt(8)) {
      case 0 -> changed.remove(name);
      case 1 -> changed.put(name.toLowerCase(java.util.Locale.ROOT), mutate(member, random));
      default -> changed.put(name, mutate(member, random));
    }
    return changed;
  }
}
