package rolecall.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.lineage.TestCalls.DANA;
import static rolecall.lineage.TestCalls.assume;
import static rolecall.lineage.TestCalls.call;
import static rolecall.lineage.TestCalls.issue;
import static rolecall.lineage.TestCalls.key;
import static rolecall.lineage.TestCalls.record;
import static rolecall.lineage.TestCalls.service;
import static rolecall.lineage.TestCalls.session;
import static rolecall.lineage.TestCalls.shared;
import static rolecall.lineage.TestCalls.stranger;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.record.TestRecords;
import rolecall.record.TrailRecord;

class LineageTest {
  private static final String HOME = "111122223333";
  private static final String AWAY = "444455556666";
  private static final String K1 = "ASIAEXAMPLE000000001";
  private static final String K2 = "ASIAEXAMPLE000000002";

  private static final TrailRecord ACT =
      call("act", "09:30:00", HOME, session(HOME, "Deploy", "ci", K1));
  private static final TrailRecord TAKEN =
      assume("taken", "09:10:00", HOME, DANA, key(K1, HOME, "Deploy", "ci"));

  private static Chain trace(TrailRecord event, TrailRecord... others) {
    Gathering gathering = new Gathering();
    for (TrailRecord other : others) {
      gathering.add(other);
    }
    return gathering.lineage().trace(event);
  }

  /** The root in the words of {@link World#told}, and why. */
  private static String root(Chain chain) {
    return World.told(chain.root()) + ": " + chain.root().why();
  }

  private static List<String> hops(Chain chain) {
    return chain.hops().stream()
        .map(hop -> hop.event().id() + " " + hop.join().word() + " " + hop.certainty().word())
        .toList();
  }

  @Test
  void a_session_goes_back_to_the_user_who_took_the_role() {
    Chain chain = trace(ACT, TAKEN);
    assertThat(root(chain)).isEqualTo("iam-user dana proven: an IAM user called");
    assertThat(hops(chain)).containsExactly("act event proven", "taken issued-key proven");
  }

  @Test
  void without_the_record_that_issued_the_key_it_says_where_that_must_be() {
    assertThat(root(trace(ACT)))
        .isEqualTo(
            "unknown: the record that issued "
                + K1
                + " is not among these files; the session was made at 2026-03-02T09:00:00Z in"
                + " account 111122223333");
  }

  @Test
  void a_session_of_the_same_name_is_not_the_same_session() {
    TrailRecord sameName = assume("other", "09:10:00", HOME, DANA, key(K2, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, sameName))).startsWith("unknown: the record that issued " + K1);
  }

  @Test
  void a_session_named_like_a_person_does_not_become_that_person() {
    TrailRecord act = call("act", "09:30:00", HOME, session(HOME, "Deploy", "dana", K1));
    TrailRecord taken =
        assume(
            "taken",
            "09:10:00",
            HOME,
            service("ec2.amazonaws.com"),
            key(K1, HOME, "Deploy", "dana"));
    assertThat(root(trace(act, TAKEN))).startsWith("unknown: event taken says that it issued");
    assertThat(root(trace(act, taken)))
        .isEqualTo(
            "aws-service ec2.amazonaws.com proven: an AWS service called: no key leads further"
                + " back");
  }

  @Test
  void two_calls_that_claim_one_key_are_both_refused() {
    TrailRecord rival =
        assume("rival", "09:11:00", HOME, stranger(AWAY), key(K1, HOME, "Deploy", "ci"));
    String why =
        "unknown: the events taken and rival both say that they issued "
            + K1
            + ", and only one of them can be right";
    assertThat(root(trace(ACT, TAKEN, rival))).startsWith(why);
    assertThat(root(trace(ACT, rival, TAKEN))).startsWith(why);
  }

  @Test
  void one_call_that_names_two_callers_is_refused() {
    TrailRecord forged =
        assume(
            "taken", "09:10:00", HOME, DANA.replace("dana", "lee"), key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, TAKEN, forged)))
        .startsWith(
            "unknown: the copies of event taken that say that they issued "
                + K1
                + " name different callers");
  }

  @Test
  void a_key_cannot_be_issued_after_it_was_used() {
    TrailRecord late = assume("late", "09:31:01", HOME, DANA, key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, late)))
        .startsWith(
            "unknown: event late says that it issued "
                + K1
                + ", which cannot be: the key had been used before");
    assertThat(root(trace(ACT, late, TAKEN))).startsWith("iam-user dana proven");
  }

  @Test
  void clocks_may_differ_by_a_minute() {
    TrailRecord soon = assume("soon", "09:31:00", HOME, DANA, key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, soon))).startsWith("iam-user dana proven");
  }

  @ParameterizedTest
  @CsvSource({
    "GetFederationToken, it issues no session of the kind role-session",
    "GetSessionToken, it issues no session of the kind role-session",
    "AssumeRoot, it issues no session of the kind role-session",
  })
  void a_call_that_makes_other_sessions_did_not_make_this_one(String name, String why) {
    TrailRecord other = issue(name, "other", "09:10:00", HOME, DANA, key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, other))).contains("which cannot be: " + why);
  }

  @Test
  void a_users_temporary_key_was_got_by_that_user() {
    String temporary = DANA.replace("AKIAEXAMPLE000000001", K1);
    String answer = "{\"credentials\": {\"accessKeyId\": \"" + K1 + "\"}}";
    TrailRecord act = call("act", "09:30:00", HOME, temporary);
    TrailRecord got = issue("GetSessionToken", "got", "09:10:00", HOME, DANA, answer);
    TrailRecord lees =
        issue("GetSessionToken", "got", "09:10:00", HOME, DANA.replace("dana", "lee"), answer);
    assertThat(hops(trace(act, got))).containsExactly("act event proven", "got issued-key proven");
    assertThat(hops(trace(act, lees))).containsExactly("act event proven");
    assertThat(root(trace(act, lees))).isEqualTo("iam-user dana proven: an IAM user called");
  }

  @Test
  void a_refused_call_issues_nothing_whatever_its_record_says() {
    TrailRecord refused = TestRecords.with(TAKEN, "errorCode", "AccessDenied");
    assertThat(root(trace(ACT, refused))).startsWith("unknown: the record that issued " + K1);
  }

  @Test
  void a_circle_of_keys_ends_where_it_closes() {
    TrailRecord first =
        assume(
            "first",
            "09:10:00",
            HOME,
            session(HOME, "Build", "ci", K2),
            key(K1, HOME, "Deploy", "ci"));
    TrailRecord second =
        assume(
            "second",
            "09:10:00",
            HOME,
            session(HOME, "Deploy", "ci", K1),
            key(K2, HOME, "Build", "ci"));
    Chain chain = trace(ACT, first, second);
    assertThat(hops(chain))
        .containsExactly("act event proven", "first issued-key proven", "second issued-key proven");
    assertThat(root(chain))
        .isEqualTo(
            "unknown: the chain comes back to event first, so the records contradict one another");
    TrailRecord itself =
        assume(
            "itself",
            "09:10:00",
            HOME,
            session(HOME, "Deploy", "ci", K1),
            key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(itself, itself))).contains("comes back to event itself");
  }

  @Test
  void a_chain_is_followed_ten_hops_and_no_further() {
    Gathering gathering = new Gathering();
    for (int i = 0; i < 11; i++) {
      String who = i == 0 ? DANA : session(HOME, "Deploy", "ci", "ASIAEXAMPLE" + i);
      gathering.add(
          assume(
              "hop" + i,
              "09:10:00",
              HOME,
              who,
              key("ASIAEXAMPLE" + (i + 1), HOME, "Deploy", "ci")));
    }
    Lineage lineage = gathering.lineage();
    TrailRecord tenth =
        call("act", "09:30:00", HOME, session(HOME, "Deploy", "ci", "ASIAEXAMPLE10"));
    TrailRecord eleventh =
        call("act", "09:30:00", HOME, session(HOME, "Deploy", "ci", "ASIAEXAMPLE11"));
    assertThat(root(lineage.trace(tenth))).startsWith("iam-user dana proven");
    assertThat(root(lineage.trace(eleventh)))
        .isEqualTo("unknown: the chain goes on, and is not followed further than 10 hops");
    assertThat(lineage.trace(eleventh).hops()).hasSize(11);
  }

  @Test
  void the_two_copies_of_a_cross_account_call_are_joined_by_what_they_share() {
    TrailRecord called =
        shared(
            assume("called", "09:10:00", HOME, stranger(AWAY), key(K1, HOME, "Deploy", "ci")),
            "pair");
    String lee = DANA.replace("dana", "lee").replace(HOME, AWAY);
    TrailRecord own = shared(assume("own", "09:10:00", AWAY, lee, "null"), "pair");
    Chain chain = trace(ACT, own, called);
    assertThat(hops(chain))
        .containsExactly("act event proven", "called issued-key proven", "own shared-event proven");
    assertThat(root(chain)).startsWith("iam-user lee proven");
    assertThat(root(trace(called, own))).startsWith("iam-user lee proven");
    assertThat(root(trace(ACT, called)))
        .isEqualTo("elsewhere 444455556666: the record is in account 444455556666");
    assertThat(root(trace(ACT, own))).startsWith("unknown: the record that issued " + K1);
    assertThat(root(trace(ACT, TestRecords.without(called, "sharedEventID"), own)))
        .isEqualTo(
            "elsewhere 444455556666: the record is in account 444455556666, and without a shared"
                + " event id it cannot be told there");
  }

  @Test
  void a_copy_that_comes_from_the_wrong_account_or_issued_another_key_is_no_copy() {
    TrailRecord called =
        shared(
            assume("called", "09:10:00", HOME, stranger(AWAY), key(K1, HOME, "Deploy", "ci")),
            "pair");
    TrailRecord wrongAccount = shared(assume("own", "09:10:00", HOME, DANA, "null"), "pair");
    TrailRecord wrongKey =
        shared(
            assume(
                "own", "09:10:00", AWAY, DANA.replace(HOME, AWAY), key(K2, HOME, "Deploy", "ci")),
            "pair");
    String why =
        "elsewhere 444455556666: the records with its shared event id are not copies of it";
    assertThat(root(trace(ACT, called, wrongAccount))).isEqualTo(why);
    assertThat(root(trace(ACT, called, wrongKey))).isEqualTo(why);
  }

  @Test
  void who_was_handed_the_key_stands_behind_the_service_that_made_it() {
    String answer = key(K1, HOME, "Deploy", "ci");
    TrailRecord made =
        assume("made", "09:10:00", HOME, service("rolesanywhere.amazonaws.com"), answer);
    TrailRecord handed =
        TestRecords.with(
            TestRecords.ROLES_ANYWHERE_CREATE_SESSION,
            "responseElements",
            TestRecords.json("{\"credentialSet\": [" + answer + "]}"));
    TrailRecord act = TestRecords.with(ACT, "eventTime", "2026-03-02T10:00:00Z");
    Chain chain = trace(act, made, handed);
    assertThat(hops(chain).getLast()).endsWith(" handed-out proven");
    assertThat(chain.root().why())
        .isEqualTo(
            "the holder of a certificate called:"
                + " arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/00000000-0000-4000-8000-000000000008");
    assertThat(root(trace(act, handed))).startsWith("certificate ");
    assertThat(root(trace(act, made))).startsWith("aws-service rolesanywhere.amazonaws.com proven");
    TrailRecord rival = TestRecords.with(handed, "eventID", "rival");
    assertThat(root(trace(act, made, handed, rival)))
        .startsWith("unknown: an AWS service called: no key leads further back, and the events ")
        .endsWith(" both say that they handed out the key, and only one of them can be right");
  }

  @Test
  void identity_center_is_joined_where_its_record_carries_the_key_and_nowhere_else() {
    TrailRecord without =
        TestRecords.with(TestRecords.SSO_GET_ROLE_CREDENTIALS, "eventTime", "2026-03-02T09:09:59Z");
    TrailRecord with =
        TestRecords.with(without, "serviceEventDetails.roleCredentials.accessKeyId", K1);
    TrailRecord saml =
        issue(
            "AssumeRoleWithSAML",
            "saml",
            "09:10:00",
            HOME,
            "{\"type\": \"SAMLUser\", \"userName\": \"dana@example.com\"}",
            key(K1, HOME, "Deploy", "ci"));
    assertThat(root(trace(ACT, saml, with)))
        .isEqualTo(
            "identity-center 00000000-0000-4000-8000-000000000005 proven: a user of IAM Identity"
                + " Center called");
    assertThat(root(trace(ACT, saml, without)))
        .isEqualTo("saml dana@example.com proven: a SAML provider vouches for this subject");
  }

  @Test
  void what_a_record_states_of_a_missing_one_is_stated_and_not_proven() {
    Chain federated = trace(TestRecords.FEDERATED_USER_CALL);
    assertThat(hops(federated).getLast()).endsWith(" session-issuer stated");
    assertThat(World.told(federated.root())).isEqualTo("iam-user broker stated");
    Chain linked = trace(TestRecords.SERVICE_LINKED_SESSION_CALL);
    assertThat(hops(linked).getLast()).endsWith(" linked-service stated");
    assertThat(World.told(linked.root())).isEqualTo("aws-service config.amazonaws.com stated");
    Chain behalf = trace(TestRecords.with(ACT, "userIdentity.onBehalfOf.userId", "user-7"));
    assertThat(hops(behalf)).containsExactly("act event proven", "act on-behalf-of stated");
    assertThat(World.told(behalf.root())).isEqualTo("identity-center user-7 stated");
  }

  @Test
  void a_source_identity_is_told_with_who_gave_it_and_joins_nothing() {
    TrailRecord given = TestRecords.with(TAKEN, "requestParameters.sourceIdentity", "da\nna");
    TrailRecord act = TestRecords.with(ACT, "userIdentity.sessionContext.sourceIdentity", "da\nna");
    assertThat(trace(act, given).evidence())
        .containsExactly(
            new Evidence(
                "source-identity", "da\nna", "taken", "given by dana (iam-user) in AssumeRole"));
    Chain alone = trace(act, TestRecords.with(given, "responseElements.credentials", null));
    assertThat(root(alone)).startsWith("unknown: ");
    assertThat(alone.evidence())
        .containsExactly(
            new Evidence(
                "source-identity",
                "da\nna",
                "act",
                "the session of ci (role-session) brought it from before"));
  }

  @Test
  void a_service_that_calls_for_a_session_is_named_where_its_key_leads_nowhere() {
    TrailRecord forwarded =
        TestRecords.with(ACT, "userIdentity.invokedBy", "cloudformation.amazonaws.com");
    assertThat(root(trace(forwarded)))
        .endsWith(
            "; cloudformation.amazonaws.com made this call for the session, perhaps with a key of"
                + " its own");
  }

  @Test
  void of_too_many_records_the_newest_are_kept_and_the_loss_is_told() {
    TrailRecord old = assume("old", "08:00:00", HOME, DANA, key(K2, HOME, "Deploy", "ci"));
    for (List<TrailRecord> order : List.of(List.of(old, TAKEN), List.of(TAKEN, old))) {
      Gathering gathering = new Gathering(1);
      order.forEach(gathering::add);
      gathering.add(ACT);
      Lineage lineage = gathering.lineage();
      assertThat(root(lineage.trace(ACT))).startsWith("iam-user dana proven");
      TrailRecord lost = call("lost", "08:30:00", HOME, session(HOME, "Deploy", "ci", K2));
      assertThat(root(lineage.trace(lost)))
          .startsWith(
              "unknown: the record that issued "
                  + K2
                  + " is not among these files, or is one of the 1 that did not fit;");
      assertThat(lineage.losses())
          .contains(
              "1 records that issue keys from before 2026-03-02T09:10:00Z were left out, since the"
                  + " newest 1 are kept: name fewer logs.");
    }
    assertThat(new Gathering().lineage().losses()).isEmpty();
  }

  @Test
  void every_shape_of_record_has_a_chain() {
    Gathering gathering = new Gathering();
    TestRecords.all().values().forEach(gathering::add);
    Lineage lineage = gathering.lineage();
    assertThat(TestRecords.all().values())
        .allSatisfy(record -> assertThat(ChainText.lines(lineage.trace(record))).isNotEmpty());
  }

  @Test
  void nonsense_in_place_of_fields_ends_the_chain() {
    TrailRecord odd =
        record(
            """
            {"eventSource": "sts.amazonaws.com", "eventName": "AssumeRole", "eventTime": 7,
             "userIdentity": [], "responseElements": {"credentials": [{"accessKeyId": 1}]},
             "resources": [1, {"type": "AWS::IAM::AccessKey", "ARN": "ASIAEXAMPLE000000001"}]}
            """);
    assertThat(root(trace(odd))).isEqualTo("unknown: the record does not say who called");
    assertThat(root(trace(ACT, odd))).isEqualTo("unknown: the record does not say who called");
  }
}
