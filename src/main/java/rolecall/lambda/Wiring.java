package rolecall.lambda;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rolecall.alert.AlertMessages;
import rolecall.aws.AwsClients;
import rolecall.aws.DynamoDbStore;
import rolecall.aws.PagedTrail;
import rolecall.aws.S3LogObjects;
import rolecall.aws.S3PolicyText;
import rolecall.aws.Sleeping;
import rolecall.aws.SnsTopic;
import rolecall.aws.TrailTracer;
import rolecall.aws.Waiting;
import rolecall.ledger.Ledger;
import rolecall.ledger.MemoryStore;
import rolecall.ledger.OpenChains;
import rolecall.ledger.Store;
import rolecall.ledger.Takings;
import rolecall.monitor.Alerting;
import rolecall.monitor.Lookups;
import rolecall.monitor.Monitor;
import rolecall.monitor.NoUsablePolicy;
import rolecall.monitor.PinnedPolicy;
import rolecall.monitor.PolicyNews;
import rolecall.monitor.PolicyWatch;
import rolecall.monitor.ReconciliationMeans;
import rolecall.monitor.ReplaceablePolicy;
import rolecall.policy.Addition;
import rolecall.policy.Additions;
import rolecall.policy.Forwarded;

/** Puts the function together, once for each running copy. Builds no client before it is needed. */
final class Wiring {
  /** What one record may take, with its alert: the topic's client gives up after ten seconds. */
  private static final Duration MARGIN = Duration.ofSeconds(12);

  /** With the half second that asking for a caller's own copy takes, below two seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(1_400);

  private static final int MOST_REMEMBERED = 100_000;

  /** The stack whose resources the rules know, where no stack is named. */
  private static final String NO_STACK = "rolecall";

  private final Settings settings;
  private final AwsClients clients;
  private final InstantSource clock;
  private final JsonJournal journal;
  private final Store store;
  private final Waiting waiting;

  private Wiring(
      Settings settings,
      AwsClients clients,
      InstantSource clock,
      JsonJournal journal,
      Waiting waiting) {
    this.waiting = waiting;
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
    this.journal = journal;
    this.store = store();
  }

  /**
   * What the variables say.
   *
   * @param log where lines go
   * @throws CannotStart when something is wrong with the variables
   */
  static Wiring of(Map<String, String> variables, InstantSource clock, PrintStream log) {
    return of(variables, clock, log, new Sleeping());
  }

  /** The same, with another way of waiting between look-ups. */
  static Wiring of(
      Map<String, String> variables, InstantSource clock, PrintStream log, Waiting waiting) {
    return new Wiring(
        Settings.of(variables),
        AwsClients.forFunction(variables),
        clock,
        new JsonJournal(log, clock),
        waiting);
  }

  InstantSource clock() {
    return clock;
  }

  JsonJournal journal() {
    return journal;
  }

  MetricLines metrics() {
    return new MetricLines(settings.stack());
  }

  /**
   * The monitor with its policy.
   *
   * @throws CannotStart when there is none to judge by
   */
  Monitor monitor() {
    PolicyWatch policy = policy();
    return new Monitor(
        policy,
        start(policy),
        new S3LogObjects(clients),
        new Alerting(
            new Ledger(store, clock, Wiring::random),
            new AlertMessages(version(), settings.chat()),
            new SnsTopic(clients, settings.topicArn()),
            settings.heartbeatTopicArn().map(arn -> new SnsTopic(clients, arn)),
            clock,
            journal,
            PATIENCE,
            lookups()),
        reconciliation(),
        MARGIN);
  }

  /** Copies of the function that remember each by itself have nothing to compare with. */
  private Optional<ReconciliationMeans> reconciliation() {
    return settings
        .tableName()
        .map(_ ->
            new ReconciliationMeans(
                new PagedTrail(clients, waiting),
                store,
                () -> Forwarded.by(settings.stack().orElse(NO_STACK))));
  }

  private Lookups lookups() {
    Takings takings = new Takings(store, clock, Wiring::random);
    OpenChains open = new OpenChains(store, clock, Wiring::random);
    return settings.lineage()
        ? new Lookups(new TrailTracer(clients, clock, waiting, Optional.empty()), takings, open)
        : Lookups.askingNobody(takings, open);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  private PolicyNews start(PolicyWatch policy) {
    try {
      return policy.start(clock.instant());
    } catch (NoUsablePolicy none) {
      journal.print(metrics().of("PolicyLoadFailed", 1, clock.instant()));
      throw new CannotStart(none.getMessage());
    }
  }

  private PolicyWatch policy() {
    Additions additions = additions();
    return settings
        .policy()
        .map(place ->
            PolicyWatch.of(
                new ReplaceablePolicy(
                    new S3PolicyText(clients, place.bucket(), place.key()),
                    store,
                    settings
                        .policySha256()
                        .map(pin -> new PinnedPolicy(Settings.POLICY_SHA256, pin))),
                additions))
        .orElseGet(() -> PolicyWatch.shipped(additions));
  }

  /** What belongs to this deployment, and nobody knew before. */
  private Additions additions() {
    List<Addition> all = new ArrayList<>();
    settings.stack().ifPresent(stack -> all.add(Addition.ofStack(Settings.STACK, stack)));
    settings
        .functionName()
        .map(List::of)
        .ifPresent(
            name -> all.add(new Addition(Settings.FUNCTION_NAME, Addition.OWN_RESOURCES, name)));
    if (!settings.monitorResources().isEmpty()) {
      all.add(
          new Addition(
              Settings.MONITOR_RESOURCES, Addition.OWN_RESOURCES, settings.monitorResources()));
    }
    return new Additions(all);
  }

  private Store store() {
    return settings
        .tableName()
        .<Store>map(table -> new DynamoDbStore(clients::dynamoDb, table))
        .orElseGet(() -> new MemoryStore(clock, MOST_REMEMBERED));
  }

  private static Optional<String> version() {
    return Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion());
  }
}
