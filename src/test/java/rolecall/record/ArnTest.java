package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  @Test
  void an_arn_has_six_parts_and_the_last_may_hold_colons() {
    Arn arn = Arn.parse("arn:aws-cn:logs:cn-north-1:111122223333:log-group:x/y:z").orElseThrow();

    assertThat(arn)
        .isEqualTo(new Arn("aws-cn", "logs", "cn-north-1", "111122223333", "log-group:x/y:z"));
    assertThat(arn.text()).isEqualTo("arn:aws-cn:logs:cn-north-1:111122223333:log-group:x/y:z");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:role/chime/ChimeAdmin, role, chime/ChimeAdmin, ChimeAdmin",
    "arn:aws:iam::111122223333:root, root, '', root",
    "arn:aws:s3:::bucket/key, bucket, key, key"
  })
  void the_resource_has_a_type_an_id_and_a_name(String text, String type, String id, String name) {
    Arn arn = Arn.parse(text).orElseThrow();

    assertThat(arn.resourceType()).isEqualTo(type);
    assertThat(arn.resourceId()).isEqualTo(id);
    assertThat(arn.lastSegment()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws:iam::111122223333",
        "arn:aws:iam::111122223333:",
        "arn::iam::111122223333:root",
        "urn:aws:iam::111122223333:root",
        " arn:aws:iam::111122223333:root",
        "111122223333",
        ":::::",
        "arn:::::"
      })
  void what_is_no_arn_is_none(String text) {
    assertThat(Arn.parse(text)).isEmpty();
  }

  @Test
  void a_role_arn_keeps_its_path_and_a_session_arn_has_lost_it() {
    RoleArn role = RoleArn.parse("arn:aws:iam::111122223333:role/a/b/Admin").orElseThrow();
    RoleArn bare = RoleArn.parse("arn:aws:iam::111122223333:role/Admin").orElseThrow();
    RoleArn session =
        RoleArn.parse("arn:aws:sts::111122223333:assumed-role/Admin/dana").orElseThrow();

    assertThat(role.path()).contains("/a/b/");
    assertThat(role.name()).isEqualTo("Admin");
    assertThat(bare.path()).contains("/");
    assertThat(session.path()).isEmpty();
    assertThat(session.name()).isEqualTo("Admin");
    assertThat(session.session()).contains("dana");
    assertThat(session.role().text()).isEqualTo("arn:aws:iam::111122223333:role/Admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:user/role", "arn:aws:iam::111122223333:role/",
        "arn:aws:iam::111122223333:role", "arn:aws:iam::111122223333:role/a/",
        "arn:aws:iam::111122223333:role/*", "arn:aws:s3:::role/x",
        "arn:aws:sts::111122223333:role/x", "arn:aws:iam::111122223333:instance-profile/x"
      })
  void other_arns_name_no_role(String text) {
    assertThat(RoleArn.parse(text)).isEmpty();
  }
}
