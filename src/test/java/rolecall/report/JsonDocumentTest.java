package rolecall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.report.Samples.BARE;
import static rolecall.report.Samples.HOSTILE;
import static rolecall.report.Samples.OBSERVED;
import static rolecall.report.Samples.REFUSED_EDIT;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolecall.finding.Severity;
import rolecall.json.Json;
import rolecall.json.JsonReader;
import rolecall.json.UnreadableJson;

class JsonDocumentTest {
  private static String document(Report report) {
    return Written.by(new JsonDocument(), report);
  }

  @Test
  void the_document_has_a_summary_and_the_alerts() {
    assertThat(document(Samples.report(List.of(BARE), List.of(), false)))
        .isEqualTo(
            """
            {
              "summary": {
                "records": 1001,
                "ignored": 900,
                "allowed": 100,
                "observed": 0,
                "alerted": 1,
                "repeated": 0,
                "unreadable": 0,
                "skipped": 3,
                "excused": 1,
                "excusedBy": {
                  "audit": 1,
                  "migration": 1
                },
                "files": 12,
                "bytes": 1234567,
                "byRule": {
                  "not-judged": 1
                },
                "bySeverity": {
                  "critical": 0,
                  "high": 0,
                  "medium": 1,
                  "low": 0,
                  "info": 0
                },
                "policy": {
                  "name": "default",
                  "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                }
              },
              "alerts": [
                {
                  "rule": "not-judged",
                  "severity": "medium",
                  "category": "service-linked-role",
                  "title": "Title of not-judged",
                  "reason": "Nothing is known.",
                  "event": {
                    "id": "sha256:0123456789abcdef",
                    "name": "Unknown",
                    "source": "iam.amazonaws.com",
                    "time": null,
                    "account": null,
                    "region": null
                  },
                  "caller": {
                    "kind": "unknown",
                    "arn": null,
                    "account": null,
                    "name": null
                  },
                  "role": null,
                  "outcome": "failed",
                  "repeats": 0,
                  "policy": {
                    "name": "default",
                    "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                  },
                  "input": {
                    "file": "logs/a.json.gz",
                    "record": 7
                  }
                }
              ]
            }
            """);
  }

  @Test
  void nothing_found_is_an_empty_list() {
    assertThat(document(Samples.report(List.of(), List.of(), true)))
        .contains("\"byRule\": {},")
        .endsWith("  \"alerts\": [],\n  \"observed\": []\n}\n");
  }

  @Test
  void observed_findings_stand_apart_from_alerts() throws UnreadableJson {
    Report report = Samples.report(List.of(REFUSED_EDIT, HOSTILE), List.of(OBSERVED), true);
    Json value = JsonReader.read(document(report));
    assertThat(value.get("alerts").items()).hasSize(2);
    assertThat(value.get("observed").items())
        .singleElement()
        .extracting(one -> one.get("mode").text().orElseThrow())
        .isEqualTo("observe");
  }

  @Test
  void the_floor_shortens_the_alerts_and_not_the_counts() throws UnreadableJson {
    Report report =
        Samples.report(List.of(REFUSED_EDIT, BARE), List.of(), false, Severity.CRITICAL);
    Json value = JsonReader.read(document(report));
    assertThat(value.get("alerts").items()).isEmpty();
    assertThat(value.get("summary").get("alerted").wholeNumber()).hasValue(2);
    assertThat(value.get("summary").get("bySeverity").get("high").wholeNumber()).hasValue(1);
  }
}
