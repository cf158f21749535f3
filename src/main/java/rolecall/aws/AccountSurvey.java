package rolecall.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import rolecall.doctor.Account;
import rolecall.doctor.Alarm;
import rolecall.doctor.Backlog;
import rolecall.doctor.Function;
import rolecall.doctor.Looked;
import rolecall.doctor.Mapping;
import rolecall.doctor.Metric;
import rolecall.doctor.Stack;
import rolecall.doctor.Subscription;
import rolecall.doctor.Table;
import rolecall.doctor.Trail;

/** The account that the credentials belong to, as AWS tells of it at the moment. */
public final class AccountSurvey implements Account, AutoCloseable {
  private final AccountClients clients;
  private final AccountTrails trails;
  private final AccountStacks stacks;
  private final AccountRules rules;
  private final AccountParts parts;
  private final AccountMetrics metrics;

  /**
   * @param shared which stay open when this is closed
   * @param now up to when metrics are asked for
   */
  public AccountSurvey(AwsClients shared, Instant now) {
    this.clients = new AccountClients(shared);
    this.trails = new AccountTrails(clients);
    this.stacks = new AccountStacks(clients);
    this.rules = new AccountRules(clients);
    this.parts = new AccountParts(clients);
    this.metrics = new AccountMetrics(clients, now);
  }

  @Override
  public Looked<List<Trail>> trails() {
    return trails.all();
  }

  @Override
  public Looked<Stack> stack(String name) {
    return stacks.stack(name);
  }

  @Override
  public Looked<List<String>> regionsOn() {
    return rules.regionsOn();
  }

  @Override
  public Looked<Map<String, String>> ruleStates(Optional<String> region, Optional<String> bus) {
    return rules.states(region, bus);
  }

  @Override
  public Looked<Set<String>> rulesTo(
      Optional<String> region, Optional<String> bus, String targetArn) {
    return rules.to(region, bus, targetArn);
  }

  @Override
  public Looked<Backlog> backlog(String queueUrl) {
    return parts.backlog(queueUrl);
  }

  @Override
  public Looked<List<Subscription>> subscriptions(String topicArn) {
    return parts.subscriptions(topicArn);
  }

  @Override
  public Looked<Table> table(String name) {
    return parts.table(name);
  }

  @Override
  public Looked<Function> function(String name, Optional<String> alias) {
    return parts.function(name, alias);
  }

  @Override
  public Looked<Optional<Integer>> reservedConcurrency(String function) {
    return parts.reservedConcurrency(function);
  }

  @Override
  public Looked<Mapping> mapping(String id) {
    return parts.mapping(id);
  }

  @Override
  public Looked<Instant> changed(String bucket, String key) {
    return parts.changed(bucket, key);
  }

  @Override
  public Looked<List<Alarm>> alarms(List<String> names) {
    return metrics.alarms(names);
  }

  @Override
  public Looked<OptionalDouble> sum(Metric metric, Duration before) {
    return metrics.sum(metric, before);
  }

  @Override
  public Looked<OptionalDouble> greatest(Metric metric, Duration before) {
    return metrics.greatest(metric, before);
  }

  @Override
  public void close() {
    clients.close();
  }
}
