package rolecall.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.finding.Finding;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Explanation;
import rolecall.record.TrailRecord;

/** Why findings of one record were made, by rule id. Stateless. */
final class Explanations {
  private Explanations() {}

  static Map<String, List<String>> of(
      CompiledPolicy policy, TrailRecord record, List<Finding> findings) {
    Explanation explanation = policy.explain(record);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    findings.forEach(f -> lines.put(f.rule().id(), explanation.lines(f.rule().id())));
    return lines;
  }
}
