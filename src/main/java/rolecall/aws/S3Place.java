package rolecall.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolecall.ingest.LogBuckets;

/**
 * A bucket and how keys in it begin.
 *
 * @param prefix empty for all keys
 */
record S3Place(String bucket, String prefix) {
  /** A bucket's name, of old rules too, or the ARN of an access point. */
  private static final Pattern URI =
      Pattern.compile(
          LogBuckets.SCHEME
              + "([A-Za-z0-9][A-Za-z0-9._-]{1,254}|arn:aws[a-z-]*:s3:[A-Za-z0-9:/-]+)(?:/(.*))?",
          Pattern.DOTALL);

  /** The place of a URI; empty when it names no bucket that can be. */
  static Optional<S3Place> of(String uri) {
    Matcher matcher = URI.matcher(uri);
    return matcher.matches()
        ? Optional.of(
            new S3Place(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("")))
        : Optional.empty();
  }
}
