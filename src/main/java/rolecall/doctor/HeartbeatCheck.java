package rolecall.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether something came through rule, buffer and function of late. */
final class HeartbeatCheck {
  private static final String CHECK = "heartbeat";

  /** As HeartbeatAlarm in template.yaml. */
  private static final Duration SILENCE = Duration.ofMinutes(45);

  private HeartbeatCheck() {}

  /** No line where the heartbeat is switched off, which its schedule's line says. */
  static List<Line> lines(Account account, Stack stack) {
    if (stack.parameter("Heartbeat").equals(Optional.of("off"))) {
      return List.of();
    }
    Metric metric = new Metric("Rolecall", "Heartbeat", "Stack", stack.name());
    return List.of(
        switch (account.sum(metric, SILENCE)) {
          case Looked.Unseen<OptionalDouble> no -> Line.unseen(CHECK, "the metric Heartbeat", no);
          case Looked.Missing<OptionalDouble>() -> silent();
          case Looked.Seen<OptionalDouble>(OptionalDouble sum) ->
              sum.orElse(0) > 0
                  ? Line.ok(
                      CHECK,
                      "%d came through the whole path in the last 45 minutes"
                          .formatted((long) sum.getAsDouble()))
                  : silent();
        });
  }

  private static Line silent() {
    return Line.wrong(
        CHECK,
        "none came through in the last 45 minutes: the monitor is blind",
        "Look at the heartbeat's rule, the buffer, the event source mapping and the function, in"
            + " this order. After a deployment the first takes up to 15 minutes.");
  }
}
