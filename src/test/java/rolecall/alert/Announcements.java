package rolecall.alert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rolecall.finding.Input;
import rolecall.finding.Told;
import rolecall.ingest.LogPaths;
import rolecall.json.Json;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Witness;
import rolecall.policy.CompiledPolicy;
import rolecall.policy.Explanation;
import rolecall.policy.PolicyFile;
import rolecall.record.TrailRecord;

/** Announcements of what the shipped policy says of records, secrets included. */
final class Announcements {
  static final Instant AT = Instant.parse("2026-03-02T12:00:00.500Z");

  private static final CompiledPolicy POLICY = policy();

  /** Keeps every record and explanation. */
  private static final class All implements Witness {
    private final Map<Input, TrailRecord> judged = new ConcurrentHashMap<>();
    private final Map<Input, Json.Obj> broken = new ConcurrentHashMap<>();

    @Override
    public void judging(TrailRecord record, Input where) {
      judged.put(where, record);
    }

    @Override
    public void broken(Input where, Json.Obj rec) {
      broken.put(where, rec);
    }
  }

  private Announcements() {}

  static String sha256() {
    return POLICY.stamp().sha256();
  }

  /** All of {@code events/}, in the order of output; what is only observed as well. */
  static List<Announcement> ofSamples() {
    return of(List.of("events"), InputStream.nullInputStream());
  }

  /** Of records in JSON, one a line. */
  static List<Announcement> of(String lines) {
    return of(List.of("-"), new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** The one announcement about a sample. */
  static Announcement ofSample(String file) {
    return of(List.of("events/" + file), InputStream.nullInputStream()).getFirst();
  }

  private static List<Announcement> of(List<String> paths, InputStream in) {
    All all = new All();
    ScanResult result =
        new Scan(POLICY, 1, Optional.empty(), Optional.empty(), Set.of())
            .run(LogPaths.walk(paths, in), Progress.NONE, all);
    List<Told> told = new ArrayList<>(result.told());
    told.addAll(result.observed());
    return Alert.byEvent(told).stream().map(ofEvent -> announcement(ofEvent, all)).toList();
  }

  private static Announcement announcement(List<Told> told, All all) {
    Map<Input, Json.Obj> evidence = new LinkedHashMap<>();
    Map<String, List<String>> explanations = new LinkedHashMap<>();
    for (Told one : told) {
      Input where = one.finding().input();
      evidence.put(where, all.broken.get(where));
      explanations.put(
          one.finding().rule().id(),
          POLICY.explain(all.judged.get(where)).rule(one.finding().rule().id()).stream()
              .flatMap(rule -> rule.parts().stream())
              .flatMap(part -> part.clauses().stream())
              .map(Explanation.Clause::words)
              .toList());
    }
    return new Announcement(
        new Alert(told, evidence), AT, explanations, List.of(), Optional.empty());
  }

  static Announcement with(Announcement of, Remark... remarks) {
    return new Announcement(of.alert(), of.at(), of.explanations(), List.of(remarks), of.chain());
  }

  private static CompiledPolicy policy() {
    try {
      return PolicyFile.read("default", Files.readAllBytes(Path.of("policies/default.yaml")))
          .loaded()
          .orElseThrow()
          .policy();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
