package rolecall.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rolecall.record.TrailRecord;

/**
 * What several Regions answered.
 *
 * @param answers by Region, in the order in which they came
 */
record Swept(SequencedMap<String, RegionAnswer> answers) {
  Swept {
    Objects.requireNonNull(answers, "answers is null");
  }

  /** Nothing yet. */
  Swept() {
    this(new LinkedHashMap<>());
  }

  /** The events of all Regions. */
  List<TrailRecord> records() {
    List<TrailRecord> records = new ArrayList<>();
    for (RegionAnswer answer : answers.values()) {
      if (answer instanceof RegionAnswer.Listed(var listed, _)) {
        records.addAll(listed);
      }
    }
    return records;
  }

  /** The Regions that listed all they have, by name. */
  List<String> listed() {
    return regions(answer -> answer instanceof RegionAnswer.Listed);
  }

  /** The Regions that answered in some way, by name. */
  List<String> regions(Predicate<RegionAnswer> way) {
    return answers.keySet().stream().filter(r -> way.test(answers.get(r))).sorted().toList();
  }

  /** Whether nobody can call at all, wherever. */
  boolean isShutOut() {
    return answers.values().stream()
        .flatMap(Swept::failure)
        .map(AwsFailure::kind)
        .anyMatch(kind -> kind == AwsFailure.Kind.CREDENTIALS || kind == AwsFailure.Kind.REGION);
  }

  /** Whether every Region that answered denies the call. */
  boolean isDenied() {
    List<RegionAnswer> on =
        answers.values().stream().filter(answer -> !(answer instanceof RegionAnswer.Off)).toList();
    return !on.isEmpty()
        && on.stream()
            .allMatch(answer -> failure(answer).anyMatch(f -> f.kind() == AwsFailure.Kind.DENIED));
  }

  static Stream<AwsFailure> failure(RegionAnswer answer) {
    return answer instanceof RegionAnswer.Failed(AwsFailure failure)
        ? Stream.of(failure)
        : Stream.empty();
  }
}
