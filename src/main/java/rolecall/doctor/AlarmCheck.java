package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the stack's alarms are there, calm, and tell somebody when they are not. */
final class AlarmCheck {
  private static final String CHECK = "alarm";

  private AlarmCheck() {}

  static List<Line> lines(Account account, Stack stack) {
    List<Stack.Part> parts =
        stack.parts().stream()
            .filter(part -> part.type().equals("AWS::CloudWatch::Alarm"))
            .toList();
    if (parts.isEmpty()) {
      return List.of(
          Line.wrong(CHECK, "the stack has no alarms", "Deploy template.yaml as it is shipped."));
    }
    return switch (account.alarms(parts.stream().map(Stack.Part::physical).toList())) {
      case Looked.Unseen<List<Alarm>> no -> List.of(Line.unseen(CHECK, "the alarms", no));
      case Looked.Missing<List<Alarm>>() -> judged(parts, List.of());
      case Looked.Seen<List<Alarm>>(List<Alarm> alarms) -> judged(parts, alarms);
    };
  }

  private static List<Line> judged(List<Stack.Part> parts, List<Alarm> alarms) {
    Map<String, Alarm> byName =
        alarms.stream().collect(Collectors.toMap(Alarm::name, Function.identity(), (a, b) -> a));
    List<Line> lines = new ArrayList<>();
    for (Stack.Part part : parts) {
      Alarm alarm = byName.get(part.physical());
      if (alarm == null) {
        lines.add(
            Line.wrong(
                CHECK,
                part.id() + " is gone",
                "Take the alarm out of the template, deploy, put it back and deploy again; ask"
                    + " CloudTrail who called DeleteAlarms."));
        continue;
      }
      if (alarm.state().equals("ALARM")) {
        lines.add(
            Line.wrong(CHECK, part.id() + " is in ALARM", "Its description says what to look at."));
      }
      if (!alarm.acts()) {
        lines.add(
            Line.wrong(
                CHECK,
                part.id() + " tells nobody",
                "Run: aws cloudwatch enable-alarm-actions --alarm-names %s; if it has none, deploy"
                        .formatted(part.physical())
                    + " it anew. Ask CloudTrail who called DisableAlarmActions."));
      }
    }
    return lines.isEmpty()
        ? List.of(
            Line.ok(
                CHECK, "none of %d is in ALARM, and each tells somebody".formatted(parts.size())))
        : lines;
  }
}
