package rolecall.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of AWS: what is the same whoever makes it.
 *
 * @param service the front of {@code eventSource}: {@code ec2}
 * @param name {@code eventName}
 * @param readOnly as CloudTrail marks it, which is not always what one would think
 * @param request {@code requestParameters}; empty for null
 * @param response {@code responseElements}; empty for null
 * @param failure the error, if it failed
 * @param more further members of the record, such as {@code resources}
 */
record Call(
    String service,
    String name,
    boolean readOnly,
    Optional<Map<String, Object>> request,
    Optional<Map<String, Object>> response,
    Optional<Failure> failure,
    Map<String, Object> more) {

  /** An error as AWS words it. */
  record Failure(String code, String message) {}

  static Call read(String service, String name, Object... request) {
    return of(service, name, true, request);
  }

  static Call write(String service, String name, Object... request) {
    return of(service, name, false, request);
  }

  Call answered(Object... response) {
    return new Call(
        service, name, readOnly, request, Optional.of(Shape.of(response)), failure, more);
  }

  /** A call that got as far as the service and failed there: its parameters are recorded. */
  Call failed(String code, String message) {
    return new Call(
        service,
        name,
        readOnly,
        request,
        Optional.empty(),
        Optional.of(new Failure(code, message)),
        more);
  }

  Call withoutRequest() {
    return new Call(service, name, readOnly, Optional.empty(), response, failure, more);
  }

  Call with(String member, Object value) {
    Map<String, Object> grown = Shape.of();
    grown.putAll(more);
    grown.put(member, value);
    return new Call(service, name, readOnly, request, response, failure, grown);
  }

  /** Names a resource as {@code resources} does. */
  Call on(String type, String arn) {
    return with(
        "resources", List.of(Shape.of("accountId", Actors.ACCOUNT, "type", type, "ARN", arn)));
  }

  private static Call of(String service, String name, boolean readOnly, Object... request) {
    return new Call(
        service,
        name,
        readOnly,
        request.length == 0 ? Optional.empty() : Optional.of(Shape.of(request)),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
