package rolecall.cli;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import rolecall.aws.AccountSurvey;
import rolecall.aws.AwsClients;
import rolecall.doctor.Looked;
import rolecall.doctor.Stack;

/**
 * A deployment whose memory is to be read.
 *
 * @param clients of its Region, which are closed with it
 * @param table the name of its table
 * @param stack what is known of its stack; empty when only the table was named
 */
record Deployment(AwsClients clients, String table, Optional<Stack> stack)
    implements AutoCloseable {
  private static final String TABLE = "ToldTable";
  private static final String OR_TABLE = "Or name its table by --table.";

  Deployment {
    Objects.requireNonNull(clients, "clients is null");
    Objects.requireNonNull(table, "table is null");
    Objects.requireNonNull(stack, "stack is null");
  }

  /** What came of looking for it. */
  sealed interface Search {
    record Found(Deployment deployment) implements Search {}

    /**
     * It cannot be used.
     *
     * @param what is wrong, as a sentence
     * @param fix as sentences
     */
    record Lost(String what, String fix) implements Search {}
  }

  /** Looks the stack up, unless the table is named. */
  static Search find(ReconcileRequest request, Instant now) {
    if (request.table().isPresent()) {
      return new Search.Found(
          new Deployment(request.aws().clients(), request.table().get(), Optional.empty()));
    }
    AwsChoice chosen = request.aws();
    return switch (look(chosen, request.stack(), now)) {
      case Looked.Seen<Deployment>(Deployment found) -> new Search.Found(found);
      case Looked.Unseen<Deployment>(String why, String fix, boolean hopeless) ->
          new Search.Lost(
              "It cannot be looked at: " + why + ".", hopeless ? fix : fix + " " + OR_TABLE);
      // The chosen Region may be that of the events alone; then the stack is in the one that is
      // set.
      case Looked.Missing<Deployment> _
          when chosen.region().isPresent()
              && look(chosen.withoutRegion(), request.stack(), now)
                  instanceof Looked.Seen<Deployment>(Deployment found) ->
          new Search.Found(found);
      case Looked.Missing<Deployment> _ ->
          new Search.Lost(
              "There is no such stack with a %s in this Region.".formatted(TABLE),
              "Name it by --stack, and its Region by --region or AWS_REGION. " + OR_TABLE);
    };
  }

  private static Looked<Deployment> look(AwsChoice place, String name, Instant now) {
    AwsClients clients = place.clients();
    Looked<Deployment> found;
    try (AccountSurvey account = new AccountSurvey(clients, now)) {
      found =
          switch (account.stack(name)) {
            case Looked.Seen<Stack>(Stack stack) when stack.physical(TABLE).isPresent() ->
                new Looked.Seen<>(
                    new Deployment(clients, stack.physical(TABLE).get(), Optional.of(stack)));
            case Looked.Seen<Stack> _, Looked.Missing<Stack> _ -> new Looked.Missing<>();
            case Looked.Unseen<Stack>(String why, String fix, boolean hopeless) ->
                new Looked.Unseen<>(why, fix, hopeless);
          };
    }
    if (!(found instanceof Looked.Seen<Deployment>)) {
      clients.close();
    }
    return found;
  }

  /** Whether the events of that place reach the monitor without a spoke. */
  boolean isHome(Optional<String> account, String region) {
    return stack
        .filter(known -> known.region().equals(region))
        .filter(known -> account.filter(id -> known.arn().contains(":" + id + ":")).isPresent())
        .isPresent();
  }

  /** The spoke's parameter. */
  String hubBusArn() {
    return stack
        .flatMap(
            known -> known.physical("HubBus").map(bus -> known.arnOf("events", "event-bus/" + bus)))
        .orElse("the hub's output of that name");
  }

  @Override
  public void close() {
    clients.close();
  }
}
