package rolecall.aws;

import java.util.Objects;

/**
 * Why a Region's events were not read.
 *
 * @param what as one sentence, with AWS's code where there is one
 * @param fix as one or two imperative sentences
 */
public record TrailTrouble(String what, String fix) {
  public TrailTrouble {
    Objects.requireNonNull(what, "what is null");
    Objects.requireNonNull(fix, "fix is null");
  }

  static TrailTrouble of(AwsFailure failure) {
    String code = failure.code();
    return switch (failure.kind()) {
      case DENIED ->
          new TrailTrouble(
              "You may not look up events (%s).".formatted(code),
              "Allow %s to whoever calls, and let no other policy deny it."
                  .formatted(failure.action().orElse("cloudtrail:LookupEvents")));
      case THROTTLED ->
          new TrailTrouble(
              "CloudTrail throttled every call for two minutes (%s).".formatted(code),
              "See who else looks up events of this account, or try again later.");
      case CREDENTIALS, REGION, FAULT, UNREACHABLE, REFUSED, UNCLEAR ->
          new TrailTrouble(sentence(failure.what()), failure.fix());
    };
  }

  /** The same, where nobody can wait for two minutes. */
  static TrailTrouble brief(AwsFailure failure) {
    TrailTrouble trouble = of(failure);
    return failure.kind() == AwsFailure.Kind.THROTTLED
        ? new TrailTrouble(
            "CloudTrail throttled every call (%s).".formatted(failure.code()), trouble.fix())
        : trouble;
  }

  /** AWS answered like one that has never heard of the account. */
  static TrailTrouble stranger(AwsFailure failure) {
    return new TrailTrouble(
        "AWS does not take the credentials in this Region (%s).".formatted(failure.code()),
        "Check the access key and the session token, and that the account has this Region on; a"
            + " session of the global STS endpoint is not known in every Region.");
  }

  /** The same, of a Region of which some pages were read. */
  TrailTrouble after(Rest rest) {
    return new TrailTrouble(
        "Events of %s and before were not read. ".formatted(rest.until()) + what, fix);
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
