package rolecall.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.doctor.HealthyAccount.basic;
import static rolecall.doctor.HealthyAccount.denied;
import static rolecall.doctor.HealthyAccount.logging;
import static rolecall.doctor.HealthyAccount.seen;
import static rolecall.doctor.HealthyAccount.trail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;

class TrailCheckTest {
  private static String found(Trail... trails) {
    Line line = TrailCheck.of(seen(List.of(trails)));
    return switch (line.result()) {
      case Line.Ok(String found) -> "ok: " + found;
      case Line.Wrong(String found, String _) -> "wrong: " + found;
      case Line.Unknown(String found, String fix) -> "unknown: " + found + ". " + fix;
    };
  }

  private static Looked<Json> advanced(Map<String, Json> source) {
    return seen(
        new Json.Obj(
            Map.of(
                "advancedEventSelectors",
                new Json.Arr(
                    List.of(
                        new Json.Obj(
                            Map.of(
                                "fieldSelectors",
                                new Json.Arr(
                                    List.of(
                                        field("eventCategory", "equals", "Management"),
                                        new Json.Obj(source))))))))));
  }

  private static Json.Obj field(String name, String operator, String... values) {
    return new Json.Obj(
        Map.of(
            "field",
            new Json.Str(name),
            operator,
            new Json.Arr(List.<Json>copyOf(List.of(values).stream().map(Json.Str::new).toList()))));
  }

  @Test
  void one_whole_trail_suffices_whatever_the_others_lack() {
    assertThat(
            found(
                trail("old", false, false, denied("x:Y"), denied("x:Y")),
                trail("whole", true, true, logging(), basic("All", "kms.amazonaws.com"))))
        .isEqualTo("ok: whole logs all management events, reads and writes, of all Regions");
  }

  @Test
  void without_a_trail_nothing_is_heard() {
    assertThat(found())
        .isEqualTo("wrong: there is no trail, and without one EventBridge hears of no call");
  }

  @Test
  void each_thing_that_a_trail_lacks_is_named() {
    Looked<Trail.Delivery> stopped = seen(new Trail.Delivery(false, Optional.of("AccessDenied")));
    assertThat(found(trail("t", false, false, stopped, basic("ReadOnly"))))
        .isEqualTo(
            "wrong: no trail records everything: t covers a single Region, leaves out events of"
                + " global services such as IAM, does not log, cannot write its files"
                + " (AccessDenied), records not all management events that write");
    assertThat(found(trail("t", true, true, logging(), basic("WriteOnly"))))
        .isEqualTo(
            "wrong: no trail records everything: t records not all management events that read,"
                + " AssumeRole among them");
    assertThat(found(trail("t", true, true, logging(), basic("All", "sts.amazonaws.com"))))
        .startsWith("wrong: no trail records everything: t records not all management events");
  }

  @Test
  void two_trails_that_lack_something_are_both_named() {
    assertThat(
            found(
                trail("a", false, true, logging(), basic("All")),
                trail("b", true, false, logging(), basic("All"))))
        .isEqualTo(
            "wrong: no trail records everything: a covers a single Region; b leaves out events of"
                + " global services such as IAM");
  }

  @Test
  void advanced_selectors_may_leave_out_kms_and_nothing_else() {
    assertThat(
            found(
                trail(
                    "t",
                    true,
                    true,
                    logging(),
                    advanced(field("eventSource", "notEquals", "kms.amazonaws.com").members()))))
        .startsWith("ok: ");
    for (String service : List.of("iam", "sts", "chime")) {
      assertThat(
              found(
                  trail(
                      "t",
                      true,
                      true,
                      logging(),
                      advanced(
                          field("eventSource", "notEquals", service + ".amazonaws.com")
                              .members()))))
          .startsWith("wrong: no trail records everything: t records not all");
    }
  }

  @Test
  void a_trail_that_may_be_whole_is_unknown_and_one_that_cannot_be_is_wrong() {
    assertThat(found(trail("t", true, true, denied("cloudtrail:GetTrailStatus"), basic("All"))))
        .isEqualTo(
            "unknown: all of t could not be read: AWS denies the call (AccessDenied). Allow"
                + " cloudtrail:GetTrailStatus to whoever calls.");
    assertThat(found(trail("t", false, true, denied("cloudtrail:GetTrailStatus"), basic("All"))))
        .isEqualTo("wrong: no trail records everything: t covers a single Region");
  }

  @Test
  void selectors_of_an_unknown_form_are_no_reason_to_be_content() {
    assertThat(found(trail("t", true, true, logging(), seen(new Json.Obj(Map.of())))))
        .isEqualTo(
            "unknown: all of t could not be read: its selectors have a form that Rolecall does not"
                + " know. Look at them: aws cloudtrail get-event-selectors --trail-name t.");
    assertThat(found(trail("t", true, true, logging(), basic("Everything"))))
        .startsWith("unknown: all of t could not be read: its selectors");
  }
}
