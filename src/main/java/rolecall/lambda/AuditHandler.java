package rolecall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import rolecall.ingest.Arrival;
import rolecall.monitor.Outcome;

/**
 * What Lambda calls: {@code rolecall.lambda.AuditHandler::handleRequest}. Takes every envelope in
 * which AWS delivers CloudTrail records, and gives the answer that the sender expects. Lambda calls
 * it with one invocation at a time.
 */
public final class AuditHandler implements RequestStreamHandler {
  private final Wiring wiring;

  /** Called by Lambda once for each copy of the function; throws when a setting is wrong. */
  public AuditHandler() {
    this(Wiring.of(System.getenv(), System.out));
    Rehearsal.beforeSnapshot(wiring);
  }

  AuditHandler(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.journal().begin(context.getAwsRequestId());
    Arrival arrival = Arrival.of(context.getAwsRequestId(), input.readAllBytes());
    Outcome outcome =
        wiring
            .monitor(context.getInvokedFunctionArn())
            .handle(arrival, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
    wiring.metrics().of(outcome, wiring.clock().instant()).forEach(wiring.journal()::print);
    Answers.write(outcome, output);
  }
}
