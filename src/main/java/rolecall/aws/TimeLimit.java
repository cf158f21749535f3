package rolecall.aws;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for a call so long and no longer. The call runs in a thread of its own, which is left
 * behind when its time is over: the SDK's own limits end neither a look-up of a host's name nor an
 * answer that comes in drops.
 */
record TimeLimit(Duration limit) {
  TimeLimit {
    Objects.requireNonNull(limit, "limit is null");
  }

  /**
   * What the call gives.
   *
   * @throws TimeoutException when it takes longer
   * @throws ExecutionException when it fails, with why
   * @throws InterruptedException when this thread was interrupted meanwhile
   */
  <T> T call(Supplier<T> work) throws TimeoutException, ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofVirtual().name("rolecall-call").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      task.cancel(true);
    }
  }
}
