package rolecall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rolecall.json.Json;
import rolecall.record.TrailCoverage;

/**
 * One trail that records everything suffices; EventBridge hears nothing of CloudTrail without one.
 */
final class TrailCheck {
  private static final String CHECK = "trail";
  private static final String FIX =
      "Make one trail log all management events, reads and writes, of all Regions with global"
          + " service events: aws cloudtrail create-trail --is-multi-region-trail, then"
          + " put-event-selectors and start-logging.";

  private TrailCheck() {}

  /** What is known to be wrong with a trail, and what could not be looked at. */
  private record Opinion(Trail trail, List<String> lacks, List<Looked.Unseen<?>> unseen) {
    boolean isWhole() {
      return lacks.isEmpty() && unseen.isEmpty();
    }
  }

  static Line of(Looked<List<Trail>> looked) {
    return switch (looked) {
      case Looked.Missing<List<Trail>>() -> none();
      case Looked.Unseen<List<Trail>> unseen -> Line.unseen(CHECK, "the trails", unseen);
      case Looked.Seen<List<Trail>>(List<Trail> trails) when trails.isEmpty() -> none();
      case Looked.Seen<List<Trail>>(List<Trail> trails) ->
          best(trails.stream().map(TrailCheck::opinion).toList());
    };
  }

  private static Line none() {
    return Line.wrong(
        CHECK, "there is no trail, and without one EventBridge hears of no call", FIX);
  }

  private static Line best(List<Opinion> opinions) {
    Optional<Opinion> whole = opinions.stream().filter(Opinion::isWhole).findFirst();
    if (whole.isPresent()) {
      return Line.ok(
          CHECK,
          "%s logs all management events, reads and writes, of all Regions"
              .formatted(whole.get().trail().name()));
    }
    Optional<Opinion> maybe =
        opinions.stream().filter(opinion -> opinion.lacks().isEmpty()).findFirst();
    if (maybe.isPresent()) {
      return Line.unseen(
          CHECK, "all of " + maybe.get().trail().name(), maybe.get().unseen().getFirst());
    }
    List<String> lacks =
        opinions.stream()
            .map(opinion -> opinion.trail().name() + " " + String.join(", ", opinion.lacks()))
            .toList();
    return Line.wrong(CHECK, "no trail records everything: " + String.join("; ", lacks), FIX);
  }

  private static Opinion opinion(Trail trail) {
    List<String> lacks = new ArrayList<>();
    List<Looked.Unseen<?>> unseen = new ArrayList<>();
    if (!trail.multiRegion()) {
      lacks.add("covers a single Region");
    }
    if (!trail.globalEvents()) {
      lacks.add("leaves out events of global services such as IAM");
    }
    switch (trail.delivery()) {
      case Looked.Seen<Trail.Delivery>(Trail.Delivery delivery) -> {
        if (!delivery.logging()) {
          lacks.add("does not log");
        }
        delivery.error().ifPresent(error -> lacks.add("cannot write its files (" + error + ")"));
      }
      case Looked.Missing<Trail.Delivery>() -> lacks.add("is gone");
      case Looked.Unseen<Trail.Delivery> no -> unseen.add(no);
    }
    switch (trail.selectors()) {
      case Looked.Seen<Json>(Json selectors) -> {
        TrailCoverage coverage = TrailCoverage.of(selectors);
        if (!coverage.understood() && !(coverage.reads() && coverage.writes())) {
          unseen.add(
              new Looked.Unseen<Json>(
                  "its selectors have a form that Rolecall does not know",
                  "Look at them: aws cloudtrail get-event-selectors --trail-name %s."
                      .formatted(trail.name()),
                  false));
        } else {
          if (!coverage.reads()) {
            lacks.add("records not all management events that read, AssumeRole among them");
          }
          if (!coverage.writes()) {
            lacks.add("records not all management events that write");
          }
        }
      }
      case Looked.Missing<Json>() -> lacks.add("has no selectors");
      case Looked.Unseen<Json> no -> unseen.add(no);
    }
    return new Opinion(trail, lacks, unseen);
  }
}
