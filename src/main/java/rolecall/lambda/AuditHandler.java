package rolecall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import rolecall.ingest.Arrival;
import rolecall.monitor.Monitor;
import rolecall.monitor.Outcome;

/**
 * What Lambda calls: {@code rolecall.lambda.AuditHandler::handleRequest}. Takes every envelope in
 * which AWS delivers CloudTrail records, and gives the answer that the sender expects. Lambda calls
 * it with one invocation at a time.
 */
public final class AuditHandler implements RequestStreamHandler {
  private final Wiring wiring;
  private final Monitor monitor;

  /**
   * Called by Lambda once for each running copy of the function.
   *
   * @throws RuntimeException when a setting is wrong or there is no policy to judge by; its message
   *     says everything that must be mended
   */
  public AuditHandler() {
    this(Wiring.of(System.getenv(), InstantSource.system(), System.out));
    Rehearsal.beforeSnapshot(System.getenv());
  }

  AuditHandler(Wiring wiring) {
    this.wiring = wiring;
    this.monitor = wiring.monitor();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    wiring.journal().begin(context.getAwsRequestId());
    Outcome outcome =
        monitor.handle(
            Arrival.of(context.getAwsRequestId(), input.readAllBytes()),
            () -> Duration.ofMillis(context.getRemainingTimeInMillis()),
            Place.of(context.getInvokedFunctionArn()));
    wiring.metrics().of(outcome, wiring.clock().instant()).forEach(wiring.journal()::print);
    Answers.write(outcome, output);
  }
}
