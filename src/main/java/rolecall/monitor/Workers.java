package rolecall.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Lets several threads do work side by side, and waits for them. */
final class Workers {
  private Workers() {}

  /**
   * What each of {@code count} threads makes, in no particular order. The first that fails ends the
   * wait: its exception or error is thrown here, and the other threads are interrupted. They keep
   * no program alive.
   *
   * @throws CancellationException when the waiting thread is interrupted, which it then still is
   */
  static <T> List<T> run(int count, Supplier<Callable<T>> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("rolecall-scan-", 1).factory());
    try {
      return await(pool, count, work);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the scan was interrupted");
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> List<T> await(ExecutorService pool, int count, Supplier<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    CompletionService<T> done = new ExecutorCompletionService<>(pool);
    for (int i = 0; i < count; i++) {
      Future<T> _ = done.submit(work.get());
    }
    List<T> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(done.take().get());
    }
    return made;
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }
}
