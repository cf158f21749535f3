package rolecall.aws;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import rolecall.lineage.Allowance;
import rolecall.record.TrailRecord;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * One question on its way through the Regions. Each Region is asked by a thread of its own, which
 * is left behind when time is over: see {@link TimeLimit}. A Region that does not answer in half of
 * the time that is left holds the next one up no longer. For one use.
 */
final class TrailSweep {
  private final TrailSweeps sweeps;
  private final LookupEventsRequest question;
  private final Allowance allowance;
  private final Predicate<List<TrailRecord>> settled;
  private final TrailWatch watch;
  private final Deque<String> first;
  private final Deque<String> rest;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final Swept swept = new Swept();

  private record Reply(String region, RegionAnswer answer) {}

  /**
   * @param allowance for this sweep alone, which ends it
   */
  TrailSweep(
      TrailSweeps sweeps,
      LookupEventsRequest question,
      RegionOrder order,
      Allowance allowance,
      Predicate<List<TrailRecord>> settled,
      TrailWatch watch) {
    this.sweeps = sweeps;
    this.question = question;
    this.allowance = allowance;
    this.settled = settled;
    this.watch = watch;
    this.first = new ArrayDeque<>(order.first());
    this.rest = new ArrayDeque<>(order.rest());
  }

  Swept run() {
    try {
      while (goesOn()) {
        boolean all = !launch();
        Optional<Reply> reply = await(all);
        if (reply.isEmpty() && all) {
          break;
        }
        reply.ifPresent(this::take);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      // Whoever is interrupted breaks off with a failure that says nothing of AWS.
      drain();
      allowance.end();
      threads.forEach(Thread::interrupt);
    }
    late();
    return swept;
  }

  /** Whether there is somebody to wait for or to ask, and a reason to. */
  private boolean goesOn() {
    boolean waits = asked.size() > swept.answers().size();
    boolean somebody = waits || !first.isEmpty() || !rest.isEmpty();
    return somebody && allowance.left().isPositive() && !isOver(waits);
  }

  /** Whether more answers would change nothing. */
  private boolean isOver(boolean waits) {
    return swept.isShutOut()
        || (!waits && first.isEmpty() && swept.isDenied())
        || settled.test(swept.records());
  }

  /** Asks the next Region, or all that are left; false when there is none. */
  private boolean launch() {
    if (!first.isEmpty()) {
      start(first.poll());
      return true;
    }
    boolean some = !rest.isEmpty();
    while (!rest.isEmpty()) {
      start(rest.poll());
    }
    return some;
  }

  private Optional<Reply> await(boolean all) throws InterruptedException {
    Duration left = allowance.left();
    Duration most = all ? left : left.dividedBy(2);
    return Optional.ofNullable(replies.poll(most.toNanos(), TimeUnit.NANOSECONDS));
  }

  private void take(Reply reply) {
    swept.answers().put(reply.region(), reply.answer());
    watch.ended();
  }

  private void drain() {
    List<Reply> last = new ArrayList<>();
    replies.drainTo(last);
    last.forEach(this::take);
  }

  /** Whoever has not answered by now is too late. */
  private void late() {
    if (!isOver(asked.size() > swept.answers().size())) {
      asked.addAll(first);
      asked.addAll(rest);
      asked.forEach(region -> swept.answers().putIfAbsent(region, new RegionAnswer.Late()));
    }
  }

  private void start(String region) {
    asked.add(region);
    threads.add(
        Thread.ofVirtual()
            .name("rolecall-lookup-" + region)
            .start(() -> replies.add(new Reply(region, ask(region)))));
  }

  private RegionAnswer ask(String region) {
    Semaphore turn = sweeps.turn(region);
    try {
      if (!turn.tryAcquire(allowance.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return new RegionAnswer.Late();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new RegionAnswer.Late();
    }
    try {
      return new RegionQuestion(sweeps.calls(), region, question, allowance, watch).ask();
    } catch (RuntimeException failed) {
      return new RegionAnswer.Failed(AwsFailure.of(failed));
    } finally {
      turn.release();
    }
  }
}
