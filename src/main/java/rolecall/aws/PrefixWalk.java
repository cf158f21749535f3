package rolecall.aws;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import rolecall.ingest.Found;
import rolecall.ingest.LogName;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Walks the keys of a bucket that begin alike, in S3's own order, holding one page of them. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>.
 */
final class PrefixWalk implements Iterator<Found> {
  private final AwsClients clients;
  private final String uri;
  private final S3Place place;
  private Iterator<S3Object> page = Collections.emptyIterator();
  private Optional<String> nextPage = Optional.empty();
  private Optional<Found> next = Optional.empty();
  private boolean begun;
  private boolean ended;
  private boolean anyKey;
  private boolean anyLog;

  PrefixWalk(AwsClients clients, String uri, S3Place place) {
    this.clients = clients;
    this.uri = uri;
    this.place = place;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      advance();
    }
    return next.isPresent();
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list is at its end");
    }
    Found found = next.orElseThrow();
    next = Optional.empty();
    return found;
  }

  private void advance() {
    if (page.hasNext()) {
      look(page.next().key());
    } else if (!begun || nextPage.isPresent()) {
      turn();
    } else {
      ended = true;
      next = atEnd();
    }
  }

  /** Takes the next page. */
  private void turn() {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(place.bucket())
            .prefix(place.prefix())
            // Keys may hold characters that XML cannot.
            .encodingType(EncodingType.URL)
            .continuationToken(nextPage.orElse(null))
            .build();
    try {
      ListObjectsV2Response answer = clients.s3().listObjectsV2(request);
      page = answer.contents().iterator();
      nextPage =
          Boolean.TRUE.equals(answer.isTruncated())
              ? Optional.ofNullable(answer.nextContinuationToken())
              : Optional.empty();
    } catch (RuntimeException failed) {
      ended = true;
      S3Failure failure = S3Failure.ofList(failed);
      next =
          Optional.of(
              S3LogBuckets.missing(
                  uri,
                  begun ? "Not all of its objects were found. " + failure.what() : failure.what(),
                  failure.fix()));
    }
    begun = true;
  }

  private void look(String key) {
    boolean exact = !anyKey && key.equals(place.prefix()) && !key.endsWith("/");
    anyKey = true;
    if (exact) {
      ended = true;
      next = source(key, true);
    } else if (LogName.looksLikeLog(key)) {
      anyLog = true;
      next = source(key, false);
    } else if (!key.endsWith("/")) {
      next =
          Optional.of(
              new Found.Skipped(S3LogSource.of(clients, place.bucket(), key, false).name()));
    }
  }

  private Optional<Found> source(String key, boolean named) {
    return Optional.of(new Found.Source(S3LogSource.of(clients, place.bucket(), key, named)));
  }

  /** A folder without logs is empty; but a prefix that no key has is a wrong one. */
  private Optional<Found> atEnd() {
    if (anyLog) {
      return Optional.empty();
    }
    if (anyKey || place.prefix().isEmpty()) {
      return Optional.of(new Found.EmptyFolder(uri));
    }
    return Optional.of(
        S3LogBuckets.missing(
            uri,
            "No object has this key, and none has a key that begins so.",
            "Check the spelling; what stands after the bucket is taken as it is written."));
  }
}
