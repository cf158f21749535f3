package rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolecall.record.TrailRecord;

class ExceptionsTest {
  private static final String EXCEPTIONS =
      """
      exceptions:
        - name: migration
          owner: voice@example.com
          reason: Dana moves the connectors.
          expires: 2026-03-02
          rules: [assumption-not-granted]
          when: {caller: {identities: ["arn:aws:iam::111122223333:user/dana"]}}
      """;

  private static Verdict judge(TrailRecord record) {
    return Policies.shippedWith("exceptions: []", EXCEPTIONS).judge(record);
  }

  @Test
  void an_exception_excuses_its_rule_and_no_other() {
    assertThat(Policies.broken(judge(Policies.event("assume-role", "{}"))))
        .containsExactly("assumption-without-mfa");
  }

  @Test
  void what_only_an_exception_excuses_is_allowed_and_counted() {
    Verdict verdict = judge(Policies.event("assume-role", "requestParameters: {serialNumber: x}"));
    assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
    assertThat(((Verdict.Allowed) verdict).excusedBy()).containsExactly("migration");
  }

  @Test
  void it_holds_to_the_end_of_its_last_day_and_then_says_that_it_ran_out() {
    TrailRecord last =
        Policies.event(
            "assume-role",
            "{eventTime: '2026-03-02T23:59:59Z', requestParameters: {serialNumber: x}}");
    TrailRecord after =
        Policies.event(
            "assume-role",
            "{eventTime: '2026-03-03T00:00:00Z', requestParameters: {serialNumber: x}}");
    assertThat(Policies.broken(judge(last))).isEmpty();
    assertThat(Policies.breaches(judge(after)))
        .extracting(Breach::reason)
        .containsExactly(
            "dana (iam-user) took the watched role ChimeAdmin of account 111122223333 by"
                + " AssumeRole, and no grant says that this caller may. The exception 'migration'"
                + " of voice@example.com ran out on 2026-03-02.");
  }

  @Test
  void an_event_without_a_time_is_never_excused() {
    assertThat(
            Policies.broken(
                judge(
                    Policies.event(
                        "assume-role", "{eventTime: null, requestParameters: {serialNumber: x}}"))))
        .containsExactly("assumption-not-granted");
  }

  @Test
  void somebody_else_is_not_excused() {
    assertThat(
            Policies.broken(
                judge(
                    Policies.event(
                        "assume-role",
                        "userIdentity: {arn: 'arn:aws:iam::111122223333:user/lee', userName:"
                            + " lee}"))))
        .contains("assumption-not-granted");
  }

  @Test
  void the_name_of_one_thing_among_several_excuses_nothing() {
    String byName =
        EXCEPTIONS
            .replace("assumption-not-granted", "monitor-changed")
            .replace(
                "caller: {identities: [\"arn:aws:iam::111122223333:user/dana\"]}",
                "resource: {names: [rolecall-spare]}");
    assertThat(Policies.read(Policies.textWith("exceptions: []", byName)).problems().render())
        .contains("'resource.names' must not excuse anything.");
  }
}
