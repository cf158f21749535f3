package rolecall.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What can be looked up in an AWS account. Nothing is changed by any of it. */
public interface Account {
  /** The trails that record the Region, those of other Regions and of the organisation too. */
  Looked<List<Trail>> trails();

  /** The stack of that name with its parts. */
  Looked<Stack> stack(String name);

  /** The Regions that are on for the account. */
  Looked<List<String>> regionsOn();

  /**
   * The states of rules by their names.
   *
   * @param region where, in the Region of the stack when empty
   * @param bus the name; the default bus when empty
   */
  Looked<Map<String, String>> ruleStates(Optional<String> region, Optional<String> bus);

  /** The names of the rules on that bus that have that target. */
  Looked<Set<String>> rulesTo(Optional<String> region, Optional<String> bus, String targetArn);

  /** How many messages a queue holds, those in flight and delayed included. */
  Looked<Backlog> backlog(String queueUrl);

  /** Who hears what a topic is told. */
  Looked<List<Subscription>> subscriptions(String topicArn);

  /** A table of DynamoDB. */
  Looked<Table> table(String name);

  /** What the version behind an alias is, or the function itself without one. */
  Looked<Function> function(String name, Optional<String> alias);

  /** How many copies of a function may run at once; empty when none are set apart. */
  Looked<Optional<Integer>> reservedConcurrency(String function);

  /** What feeds a function from a queue. */
  Looked<Mapping> mapping(String id);

  /** When an object was last changed. */
  Looked<Instant> changed(String bucket, String key);

  /** The alarms of these names; those that are not there are left out. */
  Looked<List<Alarm>> alarms(List<String> names);

  /** The sum of a metric over the time before now; empty when nothing was measured. */
  Looked<OptionalDouble> sum(Metric metric, Duration before);

  /** The greatest value of a metric over the time before now; empty when none was measured. */
  Looked<OptionalDouble> greatest(Metric metric, Duration before);
}
