package rolecall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rolecall.alert.Alert;
import rolecall.alert.DetectionFinding;
import rolecall.alert.JsonText;
import rolecall.finding.Told;

/**
 * One event a line, each an OCSF Detection Finding with all that is told of the event; nothing at
 * all when nothing is told. What rules on trial found is a line of its own.
 */
public final class OcsfLines implements Rendering {
  private final KeptRecords records;
  private final Optional<String> version;

  /**
   * @param records those of the scan that is reported
   * @param version Rolecall's own, when known
   */
  public OcsfLines(KeptRecords records, Optional<String> version) {
    this.records = Objects.requireNonNull(records, "records is null");
    this.version = Objects.requireNonNull(version, "version is null");
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (List<Told> ofEvent : Alert.byEvent(report.all())) {
      try (JsonGenerator json = JsonText.generator(out)) {
        Alert alert = new Alert(ofEvent, records.of(ofEvent));
        DetectionFinding.write(alert, time(alert), version, json);
      }
      out.write('\n');
    }
  }

  /**
   * A scan asks no clock, so a finding is as old as its event; 1970 when the record had no time
   * that can be read.
   */
  private static Instant time(Alert alert) {
    return alert.gravest().finding().event().time().orElse(Instant.EPOCH);
  }
}
