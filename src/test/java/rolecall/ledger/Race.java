package rolecall.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several threads do something at one moment. */
public final class Race {
  private Race() {}

  /** What each of so many runners got, in their order. */
  public static <T> List<T> of(int runners, IntFunction<Callable<T>> what) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < runners; i++) {
        Callable<T> work = what.apply(i);
        running.add(
            threads.submit(() -> {
              start.await();
              return work.call();
            }));
      }
      start.countDown();
      List<T> got = new ArrayList<>();
      for (Future<T> one : running) {
        got.add(one.get());
      }
      return got;
    }
  }
}
