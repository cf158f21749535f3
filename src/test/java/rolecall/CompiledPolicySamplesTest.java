package rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolecall.json.Json;
import rolecall.policy.Additions;
import rolecall.policy.CompiledForm;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.PolicyFile;
import rolecall.record.TrailRecord;

/** The compiled form of the shipped policy against its YAML, over every sample. */
class CompiledPolicySamplesTest {
  @Test
  void it_judges_and_explains_every_record_of_every_sample_as_the_yaml_does() throws Exception {
    Path yaml = Path.of("policies/default.yaml");
    CompiledPolicy written =
        PolicyFile.read("default", Files.readAllBytes(yaml)).loaded().orElseThrow().policy();
    CompiledPolicy compiled = CompiledForm.shipped(Additions.NONE);
    int judged = 0;
    try (Stream<Path> files = Files.walk(Path.of("events"))) {
      List<Path> samples = files.filter(Files::isRegularFile).sorted().toList();
      for (Path sample : samples) {
        for (Json json : OpenedSample.of(sample).records()) {
          if (json.get("eventSource").text().isEmpty()) {
            continue; // An Insight record, which nobody judges.
          }
          TrailRecord record = new TrailRecord((Json.Obj) json);
          assertThat(compiled.watches(record.eventSource(), record.eventName()))
              .isEqualTo(written.watches(record.eventSource(), record.eventName()));
          assertThat(compiled.judge(record).breaches())
              .as(sample.toString())
              .isEqualTo(written.judge(record).breaches());
          assertThat(compiled.explain(record).lines())
              .as(sample.toString())
              .isEqualTo(written.explain(record).lines());
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(50);
  }
}
