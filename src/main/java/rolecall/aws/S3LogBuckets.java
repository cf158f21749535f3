package rolecall.aws;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import rolecall.ingest.Found;
import rolecall.ingest.LogBuckets;
import rolecall.ingest.Unreadable;

/** Log files in S3, listed page by page and opened one by one. */
public record S3LogBuckets(AwsClients clients) implements LogBuckets {
  public S3LogBuckets {
    Objects.requireNonNull(clients, "clients is null");
  }

  @Override
  public Iterator<Found> walk(String uri) {
    return S3Place.of(uri)
        .<Iterator<Found>>map(place -> new PrefixWalk(clients, uri, place))
        .orElseGet(() ->
            List.of(
                    missing(
                        uri,
                        "It names no bucket that can be.",
                        "Write s3://BUCKET/PREFIX or s3://BUCKET/KEY."))
                .iterator());
  }

  static Found missing(String uri, String what, String fix) {
    return new Found.Missing(
        new Unreadable(uri, OptionalLong.empty(), OptionalLong.empty(), what, fix));
  }
}
