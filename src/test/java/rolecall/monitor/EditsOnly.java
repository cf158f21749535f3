package rolecall.monitor;

import rolecall.finding.PolicyStamp;
import rolecall.policy.Judge;
import rolecall.policy.Verdict;
import rolecall.record.TrailRecord;

/** As {@link ScriptedJudge}, and watches nothing but IAM. */
record EditsOnly(ScriptedJudge judge) implements Judge {
  EditsOnly() {
    this(new ScriptedJudge());
  }

  @Override
  public PolicyStamp stamp() {
    return judge.stamp();
  }

  @Override
  public boolean watches(String eventSource, String eventName) {
    return eventSource.equals("iam.amazonaws.com");
  }

  @Override
  public Verdict judge(TrailRecord record) {
    return judge.judge(record);
  }
}
