package rolecall.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import rolecall.lineage.Allowance;
import rolecall.lineage.Inquiry;
import rolecall.lineage.Question;
import rolecall.record.TrailRecord;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;

/**
 * Asks CloudTrail's LookupEvents for the records that issued a key. It lists such a record under
 * the key as the name of a resource. Thread-safe.
 *
 * <p>Asks about the time in which a session that was used then can have begun. Of a use without a
 * time, about all that CloudTrail keeps.
 */
final class TrailInquiry implements Inquiry {
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration MARGIN = Duration.ofHours(1);

  /** How late CloudTrail may list an event, as AWS says. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final AwsClients clients;
  private final InstantSource clock;
  private final TrailSweeps sweeps;
  private final TrailWatch watch;
  private volatile List<String> regions = List.of();
  private volatile Optional<String> account;

  TrailInquiry(
      AwsClients clients,
      InstantSource clock,
      TrailSweeps sweeps,
      Optional<String> account,
      TrailWatch watch) {
    this.clients = Objects.requireNonNull(clients, "clients is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.sweeps = Objects.requireNonNull(sweeps, "sweeps is null");
    this.account = Objects.requireNonNull(account, "account is null");
    this.watch = Objects.requireNonNull(watch, "watch is null");
  }

  @Override
  public Optional<String> account() {
    return account;
  }

  @Override
  public Answer ask(Question question, Allowance allowance) {
    Instant now = clock.instant();
    if (question.used().filter(time -> time.plus(MARGIN).isBefore(now.minus(KEPT))).isPresent()) {
      return new Answer.Unsettled(
          List.of(),
          "the record that issued %s is older than the 90 days that CloudTrail keeps"
              .formatted(question.key()),
          Outlook.FINAL);
    }
    try {
      return ask(question, regions(allowance), allowance, now);
    } catch (TimeoutException _) {
      return stopped(question, "time was over before it was known which Regions to ask");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return stopped(question, "it was stopped");
    } catch (ExecutionException failed) {
      AwsFailure failure = AwsFailure.of(cause(failed));
      return new Answer.Unsettled(
          List.of(),
          unasked(question, failure.what()),
          NotListed.passes(failure.kind()) ? Outlook.HELD_UP : Outlook.FINAL);
    }
  }

  private static RuntimeException cause(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed.getCause());
  }

  private static Answer stopped(Question question, String why) {
    return new Answer.Unsettled(List.of(), unasked(question, why), Outlook.HELD_UP);
  }

  private static String unasked(Question question, String why) {
    return "the record that issued %s could not be looked up: %s".formatted(question.key(), why);
  }

  /** To find out the set Region may take a look at files or at the machine. */
  private List<String> regions(Allowance allowance)
      throws TimeoutException, ExecutionException, InterruptedException {
    if (regions.isEmpty()) {
      regions = new TimeLimit(allowance.left()).call(() -> TrailRegions.ids(clients));
    }
    return regions;
  }

  private Answer ask(Question question, List<String> ids, Allowance allowance, Instant now) {
    Swept swept =
        sweeps.sweep(
            request(question, now),
            RegionOrder.forUse(question.region(), ids),
            allowance,
            question::isSettledBy,
            watch);
    List<TrailRecord> records = swept.records();
    records.stream()
        .flatMap(r -> r.recipientAccountId().stream())
        .findFirst()
        .ifPresent(this::learn);
    return question.isSettledBy(records)
        ? new Answer.Settled(records)
        : unsettled(question, swept, now);
  }

  /** LookupEvents gives an account's own copies and no others. */
  private void learn(String id) {
    if (account.isEmpty()) {
      account = Optional.of(id);
    }
  }

  private Answer unsettled(Question question, Swept swept, Instant now) {
    Outlook outlook = NotListed.outlook(swept);
    boolean old = question.earliest().filter(at -> at.isBefore(now.minus(KEPT))).isPresent();
    String why =
        NotListed.why(question.key(), swept, account, question.home())
            + (old ? "; it may be older than the 90 days that CloudTrail keeps" : "");
    boolean young =
        !swept.listed().isEmpty()
            && question.made().filter(at -> at.plus(LATE).isAfter(now)).isPresent();
    return young
        ? new Answer.Unsettled(
            swept.records(),
            why
                + "; it is so young that CloudTrail may not list it yet, which takes up to 15"
                + " minutes",
            outlook == Outlook.FINAL ? Outlook.YOUNG : outlook)
        : new Answer.Unsettled(swept.records(), why, outlook);
  }

  private LookupEventsRequest request(Question question, Instant now) {
    LookupEventsRequest.Builder request =
        LookupEventsRequest.builder()
            .maxResults(TrailEvents.PAGE)
            .lookupAttributes(
                LookupAttribute.builder()
                    .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                    .attributeValue(question.key())
                    .build());
    Instant kept = now.minus(KEPT);
    question
        .earliest()
        .map(at -> at.minus(MARGIN))
        .map(at -> at.isBefore(kept) ? kept : at)
        .ifPresent(request::startTime);
    question.used().map(at -> at.plus(MARGIN)).ifPresent(request::endTime);
    return request.build();
  }
}
