package rolecall.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks all questions in the order of an event's way, and says how each is answered. */
public final class Doctor {
  private final Account account;
  private final Instant now;

  public Doctor(Account account, Instant now) {
    this.account = Objects.requireNonNull(account, "account is null");
    this.now = Objects.requireNonNull(now, "now is null");
  }

  /**
   * All lines. Where nothing can be asked at all, for want of credentials or of a way to AWS, that
   * is the one line.
   */
  public List<Line> examine(String stackName) {
    Looked<List<Trail>> trails = account.trails();
    if (trails instanceof Looked.Unseen<List<Trail>> no && no.hopeless()) {
      return List.of(Line.unseen("account", "anything", no));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(TrailCheck.of(trails));
    Looked<Stack> stack = account.stack(stackName);
    lines.add(StackCheck.of(stackName, stack));
    if (stack instanceof Looked.Seen<Stack>(Stack there)) {
      lines.addAll(parts(there));
    }
    return List.copyOf(lines);
  }

  private List<Line> parts(Stack stack) {
    List<Line> lines = new ArrayList<>(new RuleCheck(account, stack).lines());
    lines.addAll(RegionCheck.lines(account, stack));
    lines.addAll(QueueCheck.lines(account, stack));
    lines.addAll(FunctionCheck.lines(account, stack));
    lines.add(PolicyCheck.of(account, stack, now));
    lines.add(TableCheck.of(account, stack));
    lines.addAll(TopicCheck.lines(account, stack));
    lines.addAll(HeartbeatCheck.lines(account, stack));
    lines.addAll(AlarmCheck.lines(account, stack));
    return lines;
  }
}
