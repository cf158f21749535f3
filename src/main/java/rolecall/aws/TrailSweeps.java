package rolecall.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import rolecall.lineage.Allowance;
import rolecall.record.TrailRecord;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * Asks Regions one and the same question, at the pace that CloudTrail wants of all questions
 * together. Thread-safe; in each Region one question is asked at a time.
 */
final class TrailSweeps {
  private final TrailCalls calls;
  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

  TrailSweeps(TrailCalls calls) {
    this.calls = Objects.requireNonNull(calls, "calls is null");
  }

  TrailCalls calls() {
    return calls;
  }

  /**
   * The answers of as many Regions as it takes, within the allowance, whatever hangs.
   *
   * @param order which Regions to ask one after another, and which side by side after them
   * @param settled whether with these events no other Region need be asked
   */
  Swept sweep(
      LookupEventsRequest question,
      RegionOrder order,
      Allowance allowance,
      Predicate<List<TrailRecord>> settled,
      TrailWatch watch) {
    return new TrailSweep(this, question, order, allowance.part(), settled, watch).run();
  }

  Semaphore turn(String region) {
    return turns.computeIfAbsent(region, _ -> new Semaphore(1));
  }
}
