package rolecall.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolecall.alert.Secrets;
import rolecall.finding.Input;
import rolecall.ingest.LogPaths;
import rolecall.json.CompactJson;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.policy.Breach;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.PolicyFile;
import rolecall.record.TrailRecord;

/** Judging what is kept of a record, which has no secrets, finds what judging the record found. */
class HiddenSecretsTest {
  private static List<TrailRecord> samples(CompiledPolicy policy) {
    List<TrailRecord> samples = Collections.synchronizedList(new ArrayList<>());
    Witness witness =
        new Witness() {
          @Override
          public void judging(TrailRecord record, Input where) {
            samples.add(record);
          }
        };
    new Scan(policy, 1, Optional.empty(), Optional.empty(), Set.of())
        .run(
            LogPaths.walk(List.of("events"), InputStream.nullInputStream()),
            Progress.NONE,
            witness);
    return samples;
  }

  private static List<String> broken(CompiledPolicy policy, TrailRecord record) {
    return policy.judge(record).breaches().stream().map(HiddenSecretsTest::words).toList();
  }

  private static String words(Breach breach) {
    return "%s %s %s".formatted(breach.rule().id(), breach.rule().severity(), breach.target());
  }

  @Test
  void hiding_secrets_changes_no_verdict_on_any_sample() throws Exception {
    CompiledPolicy policy =
        PolicyFile.read("default", Files.readAllBytes(Path.of("policies/default.yaml")))
            .loaded()
            .orElseThrow()
            .policy();
    List<TrailRecord> samples = samples(policy);
    int hidden = 0;
    int breaking = 0;
    for (TrailRecord record : samples) {
      Json.Obj without = Secrets.hide(record.tree());
      TrailRecord kept = new TrailRecord((Json.Obj) JsonReader.read(CompactJson.write(without)));
      assertThat(broken(policy, kept)).as(record.eventId()).isEqualTo(broken(policy, record));
      hidden += without.equals(record.tree()) ? 0 : 1;
      breaking += broken(policy, record).isEmpty() ? 0 : 1;
    }
    assertThat(hidden).as("samples with secrets").isGreaterThan(10);
    assertThat(breaking).as("samples that break a rule").isGreaterThan(50);
  }
}
