package rolecall.ingest;

import java.util.Iterator;

/** Finds log files in S3. */
public interface LogBuckets {
  /** How the inputs begin that lie in S3. */
  String SCHEME = "s3://";

  /**
   * Everything at a place that a user named, as {@link LogPaths} finds it in a folder: by key, and
   * only what looks like a log. Found as it is asked for; never throws for what S3 answers.
   *
   * @param uri {@code s3://bucket}, or {@code s3://bucket/prefix} for all keys that begin so; an
   *     object of exactly that key is opened whatever it is called, and alone
   */
  Iterator<Found> walk(String uri);
}
