package rolecall.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.record.TestRecords;

class JsonTest {
  @Test
  void a_path_through_missing_members_ends_in_absent() {
    assertThat(TestRecords.ASSUME_ROLE.tree().get("no").get("such").get("member"))
        .isEqualTo(Json.absent());
    assertThat(new Json.Str("x").get("y").isPresent()).isFalse();
  }

  @Test
  void absent_and_null_are_both_nothing_and_not_the_same() {
    Json object = TestRecords.json("{\"a\":null}");

    assertThat(object.get("a").isNothing()).isTrue();
    assertThat(object.get("a").isPresent()).isTrue();
    assertThat(object.get("b").isNothing()).isTrue();
    assertThat(object.get("b").isPresent()).isFalse();
    assertThat(object.get("a")).isNotEqualTo(object.get("b"));
  }

  @Test
  void the_exact_spelling_goes_before_any_other() {
    Json object = TestRecords.json("{\"RoleName\":1,\"roleName\":2}");

    assertThat(object.getAnyCase("roleName")).isEqualTo(new Json.Num("2"));
    assertThat(object.getAnyCase("ROLENAME")).isEqualTo(new Json.Num("1"));
    assertThat(object.getAnyCase("other").isPresent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'\"7\"', 7",
    "-7, -7",
    "7.0,",
    "1e3,",
    "9223372036854775808,",
    "'\"\"',",
    "true,",
    "null,",
    "[],"
  })
  void a_whole_number_may_be_written_as_text(String written, Long number) {
    assertThat(TestRecords.json(written).wholeNumber())
        .isEqualTo(
            number == null ? java.util.OptionalLong.empty() : java.util.OptionalLong.of(number));
  }

  @Test
  void hidden_and_empty_texts_tell_nothing() {
    assertThat(new Json.Str("").filledText()).isEmpty();
    assertThat(new Json.Str(Json.HIDDEN).filledText()).isPresent();
    assertThat(new Json.Str(Json.HIDDEN).toldText()).isEmpty();
    assertThat(new Json.Str("x").toldText()).contains("x");
  }

  @Test
  void an_object_does_not_change_with_the_map_it_was_made_of_nor_by_itself() {
    Map<String, Json> members = new LinkedHashMap<>(Map.of("a", new Json.Num("1")));
    Json.Obj object = new Json.Obj(members);
    members.put("b", new Json.Num("2"));

    assertThat(object.members()).containsOnlyKeys("a");
    assertThat(object).isEqualTo(new Json.Obj(Map.of("a", new Json.Num("1"))));
    assertThat(object.hashCode())
        .isEqualTo(new Json.Obj(Map.of("a", new Json.Num("1"))).hashCode());
    assertThatThrownBy(() -> object.members().put("c", Json.absent()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> object.members().keySet().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> object.members().entrySet().iterator().next().setValue(Json.absent()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void every_kind_has_a_name_for_people() {
    assertThat(List.of("{}", "[]", "\"\"", "1", "true", "null"))
        .extracting(text -> TestRecords.json(text).kind())
        .containsExactly("an object", "an array", "a string", "a number", "a boolean", "null");
    assertThat(Json.absent().kind()).isEqualTo("missing");
  }
}
