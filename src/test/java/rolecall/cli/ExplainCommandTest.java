package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rolecall.json.Json;
import rolecall.json.JsonReader;

class ExplainCommandTest {
  private static final String ID = "e0000000-0000-4000-8000-000000000027";
  private static final String EDIT = "events/eventbridge/chime-slr-edit-refused.json";

  @TempDir private Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String record(String id, String time, String name) {
    return """
    {"eventID": "%s", "eventTime": "%s", "eventSource": "iam.amazonaws.com",
     "eventName": "AttachRolePolicy", "awsRegion": "us-east-1", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/%3$s",
       "accountId": "111122223333", "userName": "%3$s", "principalId": "AIDAEXAMPLE0000000001"},
     "errorCode": "UnmodifiableEntityException",
     "errorMessage": "Cannot perform the operation on the protected role \
    'AWSServiceRoleForAmazonChime' - this role is only modifiable by AWS",
     "requestParameters": null, "responseElements": null}
    """
        .formatted(id, time, name);
  }

  @Test
  void an_event_is_explained_rule_by_rule() {
    Ran ran = Ran.with("explain", ID, "events/");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith(
            """
            dana (role-session, arn:aws:sts::111122223333:assumed-role/Admin/dana) called \
            AttachRolePolicy of iam.amazonaws.com on the role \
            AWSServiceRoleForAmazonChimeVoiceConnector of account 111122223333 at \
            2026-03-02T09:14:07Z, recorded in account 111122223333, us-east-1: refused.
            Event e0000000-0000-4000-8000-000000000027, \
            events/eventbridge/chime-slr-edit-refused.json, record 0.
            Verdict: broken: chime-slr-edit-refused.
              chime-slr-edit-refused: told.

            rule chime-slr-edit-refused (high) fires: dana (role-session) tried AttachRolePolicy on \
            the Chime service-linked role AWSServiceRoleForAmazonChimeVoiceConnector of account \
            111122223333: refused.
              when: held
                held          outcome: wanted "refused" or "denied", found "refused"
                held          role.chimeLinked: wanted true, found true

            rule slr-edit-refused (medium) is content.
              when: did not hold
            """);
  }

  @Test
  void a_repeat_names_what_was_told_in_its_place() throws IOException {
    String log =
        write(
            "log.jsonl",
            "["
                + record("a-000001", "2026-03-02T09:00:00Z", "dana")
                + ","
                + record("a-000002", "2026-03-02T09:30:00Z", "dana")
                + "]");
    assertThat(Ran.with("explain", "a-000002", log).out())
        .contains(
            "\n  chime-slr-edit-refused: counted as a repeat of event a-000001 ("
                + log
                + ", record 0).\n");
  }

  @Test
  void a_repeat_names_what_was_told_of_the_same_person_under_another_session_name()
      throws IOException {
    String log =
        write(
            "log.jsonl",
            "["
                + String.join(
                    ",",
                    taken("k-000001", "dana", "one", "ASIAEXAMPLE000000001"),
                    taken("k-000002", "dana", "two", "ASIAEXAMPLE000000002"),
                    taken("k-000003", "eve", "two", "ASIAEXAMPLE000000003"),
                    edit("a-000001", "09:00:00", "one", "ASIAEXAMPLE000000001"),
                    edit("a-000002", "09:10:00", "two", "ASIAEXAMPLE000000003"),
                    edit("a-000003", "09:20:00", "two", "ASIAEXAMPLE000000002"))
                + "]");
    assertThat(Ran.with("explain", "a-000003", log).out())
        .contains(
            "\n  chime-slr-edit-refused: counted as a repeat of event a-000001 ("
                + log
                + ", record 3).\n");
    assertThat(Ran.with("explain", "a-000002", log).out())
        .contains("\n  chime-slr-edit-refused: told.\n");
  }

  private static String taken(String id, String user, String sessionName, String key) {
    return """
    {"eventID": "%s", "eventTime": "2026-03-02T08:50:00Z", "eventSource": "sts.amazonaws.com",
     "eventName": "AssumeRole", "awsRegion": "us-east-1", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/%2$s",
       "accountId": "111122223333", "userName": "%2$s", "principalId": "AIDAEXAMPLE%2$s"},
     "requestParameters": {"roleArn": "arn:aws:iam::111122223333:role/Ops"},
     "responseElements": {"credentials": {"accessKeyId": "%4$s"},
       "assumedRoleUser": {"assumedRoleId": "AROAEXAMPLE0000000001:%3$s"}}}
    """
        .formatted(id, user, sessionName, key);
  }

  private static String edit(String id, String time, String sessionName, String key) {
    return record(id, "2026-03-02T" + time + "Z", "dana")
        .replaceFirst(
            "(?s)\"userIdentity\": \\{.*?\\}",
            """
            "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
              "arn": "arn:aws:sts::111122223333:assumed-role/Ops/%1$s",
              "principalId": "AROAEXAMPLE0000000001:%1$s", "accessKeyId": "%2$s"}
            """
                .formatted(sessionName, key));
  }

  @Test
  void one_record_in_two_files_is_explained_twice_and_told_once() throws IOException {
    String first = write("a.json", record("a-000001", "2026-03-02T09:00:00Z", "dana"));
    String second = write("b.json", record("a-000001", "2026-03-02T09:00:00Z", "dana"));
    assertThat(Ran.with("explain", "a-000001", second, first).out())
        .contains("Event a-000001, " + first + ", record 0.\n", ": told.\n")
        .contains(
            "Event a-000001, " + second + ", record 0.\n",
            ": told once for this event, by event a-000001 (" + first + ", record 0).\n");
  }

  @Test
  void a_copy_that_names_only_an_account_is_settled_by_the_callers_own() throws IOException {
    String policy =
        write(
            "policy.yaml",
            Files.readString(Path.of("policies/default.yaml"))
                .replace("\n  trusted-accounts: []", "\n  trusted-accounts: ['444455556666']")
                .replace(
                    "\ngrants: []\n",
                    """

                    grants:
                      - name: lee
                        roles: ["arn:aws:iam::111122223333:role/chime-export"]
                        principals: ["arn:aws:iam::444455556666:user/lee"]
                    """));
    String copy =
        """
        {"eventID": "%s", "sharedEventID": "c-000000", "eventTime": "2026-03-02T09:00:00Z",
         "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole", "awsRegion": "us-east-1",
         "recipientAccountId": "%s", "userIdentity": %s, "sourceIPAddress": "198.51.100.23",
         "requestParameters": {"roleArn": "arn:aws:iam::111122223333:role/chime-export",
           "roleSessionName": "lee", "serialNumber": "arn:aws:iam::444455556666:mfa/lee"},
         "responseElements": {"credentials": {"accessKeyId": "ASIAEXAMPLE000000001"}}}
        """;
    String called =
        copy.formatted(
            "c-000001",
            "111122223333",
            """
            {"type": "AWSAccount", "accountId": "444455556666", "principalId": "AIDAEXAMPLE0000000001"}
            """);
    String own =
        copy.formatted(
            "c-000002",
            "444455556666",
            """
            {"type": "IAMUser", "accountId": "444455556666", "userName": "lee",
             "arn": "arn:aws:iam::444455556666:user/lee", "principalId": "AIDAEXAMPLE0000000001"}
            """);
    String pair = write("pair.json", "[" + called + "," + own + "]");
    assertThat(Ran.with("explain", "--policy", policy, "c-000001", pair).out())
        .contains(
            "Verdict: broken: assumption-not-granted.\n  assumption-not-granted: settled by the"
                + " caller's own copy of the event, where that is at hand.\n")
        .contains("\ngrant lee is about this role, but not about this caller.\n");
    assertThat(Ran.with("explain", "--policy", policy, "c-000002", pair).out())
        .contains("Verdict: allowed: every rule that reads it is content.\n")
        .endsWith("\ngrant lee matches, and its terms are kept.\n");
    assertThat(Ran.with("explain", "--policy", policy, "c-000001", write("one.json", called)).out())
        .contains("\n  assumption-not-granted: told.\n");
  }

  @Test
  void an_event_without_an_id_is_found_by_its_digest() throws IOException {
    String log = write("log.json", record("", "2026-03-02T09:00:00Z", "dana"));
    String told = Ran.with("scan", "--format", "jsonl", log).out();
    int at = told.indexOf("sha256:");
    Ran ran = Ran.with("explain", told.substring(at, at + 23), log);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Event sha256:", "chime-slr-edit-refused: told.");
  }

  @Test
  void an_event_that_no_rule_reads_is_explained_too() throws IOException {
    String log =
        write(
            "log.json",
            record("a-000001", "2026-03-02T09:00:00Z", "dana")
                .replace("AttachRolePolicy", "GetAccountSummary"));
    Ran ran = Ran.with("explain", "a-000001", log);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .endsWith(
            "Verdict: ignored: no rule reads the event GetAccountSummary of iam.amazonaws.com.\n");
  }

  @Test
  void an_id_that_is_nowhere_is_refused_with_the_nearest() {
    assertThat(Ran.with("explain", "e0000000-0000-4000-8000-00000000002", EDIT))
        .isEqualTo(
            new Ran(
                "",
                "rolecall: no record has the id e0000000-0000-4000-8000-00000000002; 1 record read."
                    + " Did you mean "
                    + ID
                    + "?\n",
                2));
    assertThat(Ran.with("explain", "other", EDIT).err())
        .endsWith("Copy the id from a finding, or name the logs that hold it.\n");
  }

  @Test
  void lost_input_ends_with_3_found_or_not() {
    Ran found = Ran.with("explain", ID, EDIT, "no-such-log");
    assertThat(found.code()).isEqualTo(3);
    assertThat(found.out()).contains("chime-slr-edit-refused: told.");
    assertThat(found.err()).startsWith("rolecall: no-such-log: ").hasLineCount(1);
    assertThat(Ran.with("explain", "none", "no-such-log").code()).isEqualTo(3);
  }

  @Test
  void json_holds_every_clause_with_both_values() throws Exception {
    Ran ran = Ran.with("explain", "--format", "json", ID, EDIT);
    Json record = JsonReader.read(ran.out()).get("records").items().getFirst();
    assertThat(record.get("event").get("id").text()).contains(ID);
    assertThat(record.get("verdict").text()).contains("broken: chime-slr-edit-refused");
    Json rule = record.get("rules").items().getFirst();
    assertThat(rule.get("outcome").text()).contains("fires");
    assertThat(rule.get("told").text()).contains("told");
    assertThat(rule.get("parts").items().getFirst().get("clauses").items().getFirst())
        .isEqualTo(
            JsonReader.read(
                """
                {"held": "held", "path": "outcome", "wanted": "\\"refused\\" or \\"denied\\"",
                 "found": "\\"refused\\""}
                """));
  }

  @Test
  void what_a_caller_wrote_cannot_steer_the_terminal() throws IOException {
    String log = write("log.json", record("a-000001", "2026-03-02T09:00:00Z", "da\\u001b[2J\\nna"));
    assertThat(Ran.with("explain", "a-000001", log).out())
        .startsWith("da\\u001b[2J\\u000ana (iam-user, ")
        .doesNotContain("\u001b");
    assertThat(Ran.with("explain", "--format", "json", "a-000001", log).out())
        .doesNotContain("\u001b");
  }
}
