package rolecall.cli;

import java.util.Iterator;
import java.util.Optional;
import rolecall.aws.AwsClients;
import rolecall.aws.S3LogBuckets;
import rolecall.ingest.Found;
import rolecall.ingest.LogBuckets;

/**
 * Inputs in S3. Nothing of AWS's SDK is loaded until a place in S3 is asked for, since that takes
 * longer than many a scan.
 */
final class S3Inputs implements LogBuckets, AutoCloseable {
  private final AwsChoice choice;
  private Optional<AwsClients> clients = Optional.empty();

  S3Inputs(AwsChoice choice) {
    this.choice = choice;
  }

  @Override
  public Iterator<Found> walk(String uri) {
    if (clients.isEmpty()) {
      clients = Optional.of(choice.clients());
    }
    return new S3LogBuckets(clients.get()).walk(uri);
  }

  @Override
  public void close() {
    // A method reference would load the SDK to close what was never opened.
    if (clients.isPresent()) {
      clients.get().close();
    }
  }
}
