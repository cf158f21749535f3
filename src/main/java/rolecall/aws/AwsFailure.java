package rolecall.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Why a call to AWS failed, told apart by what can be done about it. Holds nothing of what AWS
 * wrote but codes and names of actions, since messages of AWS repeat what was sent.
 *
 * @param code AWS's own, or the exception's name when there was no answer
 * @param action which AWS says is missing: {@code s3:GetObject}
 * @param what what is wrong, as a clause that ends in the code: {@code AWS has a fault of its own
 *     (InternalError)}
 * @param fix what to do, as an imperative sentence
 */
record AwsFailure(Kind kind, String code, Optional<String> action, String what, String fix) {
  /** Who or what is the cause. */
  enum Kind {
    THROTTLED,
    FAULT,
    UNREACHABLE,
    DENIED,
    CREDENTIALS,
    REGION,
    /** AWS refused for a reason that depends on the service. */
    REFUSED,
    /** Something broke on our side of the wire, maybe after AWS had done what was asked. */
    UNCLEAR
  }

  private static final Pattern ACTION =
      Pattern.compile("not authorized to perform: ([A-Za-z0-9-]{1,40}:[A-Za-z0-9*]{1,60})");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,80}");
  private static final Set<String> THROTTLES =
      Set.of(
          "Throttled",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "RequestLimitExceeded",
          "TooManyRequestsException",
          "BandwidthLimitExceeded",
          "LimitExceededException",
          "ProvisionedThroughputExceededException",
          "SlowDown",
          "PriorRequestNotComplete");
  private static final Set<String> DENIALS =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AllAccessDisabled",
          "AuthorizationError",
          "AuthorizationErrorException",
          "OptInRequired",
          "UnauthorizedOperation");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> CLOCK =
      Set.of("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture");
  private static final Set<String> NOT_KNOWN =
      Set.of(
          "AuthFailure",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSecurity",
          "InvalidToken",
          "MissingAuthenticationToken",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  AwsFailure {
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(code, "code is null");
    Objects.requireNonNull(action, "action is null");
    Objects.requireNonNull(what, "what is null");
    Objects.requireNonNull(fix, "fix is null");
  }

  /** What and fix as two sentences. */
  String why() {
    return what + ". " + fix;
  }

  /**
   * Of whatever a client threw. That is not always an {@link
   * software.amazon.awssdk.core.exception.SdkException}: an answer that is no HTTP comes as a bare
   * {@link java.io.UncheckedIOException}.
   */
  static AwsFailure of(RuntimeException failed) {
    return failed instanceof AwsServiceException answered ? answered(answered) : unanswered(failed);
  }

  /** CloudTrail takes none of the tokens that it gives for the page after. */
  static AwsFailure tokens() {
    return failure(
        Kind.UNCLEAR,
        "InvalidNextToken",
        "CloudTrail takes none of the tokens that it gives for the page after",
        "Try again later.");
  }

  private static AwsFailure answered(AwsServiceException failed) {
    String code = code(failed);
    int status = failed.statusCode();
    if (THROTTLES.contains(code) || status == 429) {
      return failure(
          Kind.THROTTLED,
          code,
          "AWS throttles the calls",
          "Nothing is lost; if it stays so, ask AWS for a higher quota.");
    }
    if (status >= 500) {
      return failure(
          Kind.FAULT,
          code,
          "AWS has a fault of its own",
          "Nothing can be done but to wait; see health.aws.amazon.com.");
    }
    if (EXPIRED.contains(code)) {
      return failure(
          Kind.CREDENTIALS,
          code,
          "the AWS credentials have expired",
          "Sign in again; a function gets new ones by itself.");
    }
    if (CLOCK.contains(code)) {
      return failure(
          Kind.CREDENTIALS,
          code,
          "the clock of this machine is wrong, so AWS takes no signature",
          "Set the clock.");
    }
    if (NOT_KNOWN.contains(code)) {
      return failure(
          Kind.CREDENTIALS,
          code,
          "AWS does not take the credentials",
          "Check the access key, the session token and the Region.");
    }
    if (DENIALS.contains(code)) {
      return new AwsFailure(
          Kind.DENIED,
          code,
          action(failed),
          "AWS denies the call (" + code + ")",
          "Allow %s to whoever calls.".formatted(action(failed).orElse("the action")));
    }
    return failure(
        Kind.REFUSED, code, "AWS refuses the call", "Look the code up in the service's reference.");
  }

  private static AwsFailure unanswered(RuntimeException failed) {
    String said = Optional.ofNullable(failed.getMessage()).orElse("");
    if (said.contains("Unable to load region") || said.contains("region must not be null")) {
      return new AwsFailure(
          Kind.REGION,
          "NoRegion",
          Optional.empty(),
          "no AWS Region is set",
          "Set AWS_REGION, or a region in the profile.");
    }
    if (said.contains("service module must be on the class path")) {
      return new AwsFailure(
          Kind.CREDENTIALS,
          "UnsupportedProfile",
          Optional.empty(),
          "the profile signs in by SSO or by taking a role, which Rolecall cannot do",
          "Run: eval \"$(aws configure export-credentials --profile NAME --format env)\", then try"
              + " again without a profile.");
    }
    if (said.contains("Unable to load credentials") || said.contains("rofile file contained no")) {
      return new AwsFailure(
          Kind.CREDENTIALS,
          "NoCredentials",
          Optional.empty(),
          "no AWS credentials were found",
          "Sign in, name a profile that has some, or set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY.");
    }
    Optional<String> connection = connection(failed);
    if (connection.isPresent()) {
      return failure(
          Kind.UNREACHABLE,
          root(failed).getClass().getSimpleName(),
          connection.get(),
          "Check the network, the endpoint and, in a VPC, its way to AWS.");
    }
    return failure(
        Kind.UNCLEAR,
        root(failed).getClass().getSimpleName(),
        "the call broke off before its answer was understood",
        "Try again; it may have been done already.");
  }

  private static AwsFailure failure(Kind kind, String code, String what, String fix) {
    return new AwsFailure(kind, code, Optional.empty(), what + " (" + code + ")", fix);
  }

  /** Why no answer came, if it was the connection. */
  private static Optional<String> connection(RuntimeException failed) {
    if (failed instanceof ApiCallTimeoutException
        || failed instanceof ApiCallAttemptTimeoutException) {
      return Optional.of("AWS did not answer in time");
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException broken) {
        return Optional.of(
            switch (broken) {
              case UnknownHostException _ -> "the name of AWS's server is not known";
              case SocketTimeoutException _ -> "AWS did not answer in time";
              case ConnectException _, NoRouteToHostException _ -> "no connection to AWS stands";
              case SSLException _ -> "no encrypted connection to AWS stands";
              default -> "the connection to AWS broke";
            });
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Optional<String> action(AwsServiceException failed) {
    Matcher matcher = ACTION.matcher(message(failed));
    // AWS writes SNS:Publish here, and sns:Publish in its own policies.
    return matcher.find()
        ? Optional.of(
            matcher.group(1).substring(0, matcher.group(1).indexOf(':')).toLowerCase(Locale.ROOT)
                + matcher.group(1).substring(matcher.group(1).indexOf(':')))
        : Optional.empty();
  }

  /** What AWS wrote; never to be shown, since it repeats what was sent. */
  static String message(AwsServiceException failed) {
    return failed.awsErrorDetails() == null || failed.awsErrorDetails().errorMessage() == null
        ? ""
        : failed.awsErrorDetails().errorMessage();
  }

  /** AWS's code, or the HTTP status where the answer named none. */
  private static String code(AwsServiceException failed) {
    return Optional.ofNullable(failed.awsErrorDetails())
        .flatMap(details -> Optional.ofNullable(details.errorCode()))
        .filter(code -> CODE.matcher(code).matches())
        .orElse("HTTP " + failed.statusCode());
  }
}
