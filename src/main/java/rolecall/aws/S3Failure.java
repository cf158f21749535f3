package rolecall.aws;

import rolecall.ingest.LogObjects.Opened;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why S3 did not give what was asked for.
 *
 * @param later whether it may work without anybody's doing
 * @param what as one sentence, with the code
 * @param fix what to do, as one or two imperative sentences
 */
record S3Failure(boolean later, String what, String fix) {
  /** What and fix in one text. */
  String why() {
    return what + " " + fix;
  }

  Opened opened() {
    return later ? new Opened.Later(why()) : new Opened.Never(what, fix);
  }

  /** For an object. */
  static S3Failure ofObject(RuntimeException failed) {
    AwsFailure failure = AwsFailure.of(failed);
    String code = failure.code();
    return switch (code) {
      case "NoSuchKey" ->
          never(
              code,
              "There is no such object",
              "Check the key; a lifecycle rule may have deleted it.");
      case "NoSuchVersion" ->
          never(
              code,
              "There is no such version of the object",
              "Check the version; a lifecycle rule may have deleted it.");
      case "MethodNotAllowed" ->
          never(code, "The object was deleted", "Restore the version before the delete marker.");
      case "InvalidObjectState" ->
          never(
              code,
              "The object is archived",
              "Restore it with: aws s3api restore-object; then read it again.");
      default -> failure.kind() == AwsFailure.Kind.DENIED ? deniedObject(failure) : of(failed);
    };
  }

  /** For a bucket's list. */
  static S3Failure ofList(RuntimeException failed) {
    AwsFailure failure = AwsFailure.of(failed);
    return failure.kind() == AwsFailure.Kind.DENIED
        ? never(
            failure.code(),
            "You may not list the bucket",
            "Allow %s on the bucket, and s3:GetObject on its objects."
                .formatted(failure.action().orElse("s3:ListBucket")))
        : of(failed);
  }

  private static S3Failure deniedObject(AwsFailure failure) {
    return never(
        failure.code(),
        "S3 denies reading the object",
        ("Allow %s on it, and kms:Decrypt on its key if it has one. Without s3:ListBucket on the"
                + " bucket S3 says the same of an object that does not exist.")
            .formatted(failure.action().orElse("s3:GetObject")));
  }

  private static S3Failure of(RuntimeException failed) {
    AwsFailure failure = AwsFailure.of(failed);
    String code = failure.code();
    if (code.startsWith("KMS.")) {
      return never(
          code,
          "The object's key cannot be used",
          "Enable the key, or cancel its deletion in KMS.");
    }
    return switch (code) {
      case "NoSuchBucket" ->
          never(code, "There is no such bucket", "Check its name and whether it was deleted.");
      case "InvalidBucketName" ->
          never(code, "No bucket can have this name", "Check the spelling.");
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException",
          "HTTP 301" ->
          never(
              code,
              "The bucket lies in another Region, and S3 does not say which",
              "Name the bucket's Region.");
      case "RequestTimeout" -> new S3Failure(true, sentence(failure.what()), failure.fix());
      default -> general(failure, failed);
    };
  }

  private static S3Failure general(AwsFailure failure, RuntimeException failed) {
    boolean later =
        switch (failure.kind()) {
          case THROTTLED, FAULT, UNREACHABLE, CREDENTIALS, UNCLEAR -> true;
          case REFUSED, DENIED, REGION -> false;
        };
    boolean missing =
        failed instanceof AwsServiceException answered && answered.statusCode() == 404;
    return missing
        ? never(failure.code(), "There is nothing of this name", "Check the bucket and the key.")
        : new S3Failure(later, sentence(failure.what()), failure.fix());
  }

  private static S3Failure never(String code, String what, String fix) {
    return new S3Failure(false, "%s (%s).".formatted(what, code), fix);
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
