package rolecall.lambda;

import java.util.List;
import java.util.Optional;
import rolecall.monitor.OwnFindings;

/** Where the function runs. */
final class Place {
  private Place() {}

  /** Account and Region of a function's ARN; neither when it is none. */
  static OwnFindings of(String functionArn) {
    List<String> parts = List.of(functionArn.split(":"));
    return parts.size() < 7
        ? new OwnFindings(Optional.empty(), Optional.empty())
        : new OwnFindings(Optional.of(parts.get(4)), Optional.of(parts.get(3)));
  }
}
