package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.admitting;
import static rolecall.document.Documents.trust;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void everybody_admitted_is_told_in_words() {
    assertThat(
            admitting(
                    "{'AWS':['*','444455556666','arn:aws:iam::444455556666:root','arn:aws:iam::444455556666:role/team/Deploy','arn:aws:iam::444455556666:user/dana','arn:aws:sts::444455556666:assumed-role/Deploy/dana','arn:aws:sts::444455556666:federated-user/dana','AROAEXAMPLE0000000001'],'Service':'Chime.us-east-1.amazonaws.com','Federated':'www.amazon.com'}")
                .admits())
        .containsExactly(
            "everyone",
            "account 444455556666",
            "role arn:aws:iam::444455556666:role/team/Deploy",
            "user arn:aws:iam::444455556666:user/dana",
            "session arn:aws:sts::444455556666:assumed-role/Deploy/dana",
            "federated user arn:aws:sts::444455556666:federated-user/dana",
            "principal AROAEXAMPLE0000000001, whose account is not known",
            "the service Chime.us-east-1.amazonaws.com",
            "provider www.amazon.com");
  }

  @Test
  void conditions_stand_behind_those_whom_they_bind() {
    Trust trust =
        trust(
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':['444455556666','123456789012']},'Condition':{'StringEquals':{'sts:ExternalId':'partner-7'},'Bool':{'aws:MultiFactorAuthPresent':true}}",
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'111122223333'}");

    assertThat(trust.admits())
        .containsExactly(
            "account 444455556666, if StringEquals sts:ExternalId \"partner-7\" and Bool"
                + " aws:MultiFactorAuthPresent \"true\"",
            "account 123456789012, if StringEquals sts:ExternalId \"partner-7\" and Bool"
                + " aws:MultiFactorAuthPresent \"true\"",
            "account 111122223333");
    assertThat(trust.conditions())
        .containsExactly(
            "StringEquals sts:ExternalId \"partner-7\"",
            "Bool aws:MultiFactorAuthPresent \"true\"");
  }

  @Test
  void many_entries_are_cut_and_counted() {
    String accounts =
        IntStream.range(0, 13)
            .mapToObj("'4444555566%02d'"::formatted)
            .collect(Collectors.joining(","));
    String keys =
        IntStream.range(0, 12)
            .mapToObj("'aws:k%d':'v'"::formatted)
            .collect(Collectors.joining(","));
    Trust trust = admitting("{'AWS':[" + accounts + "]}", "{'StringEquals':{" + keys + "}}");

    assertThat(trust.admits()).hasSize(11).last().isEqualTo("and 3 more");
    assertThat(trust.admits())
        .first()
        .isEqualTo(
            "account 444455556600, if StringEquals aws:k0 \"v\" and StringEquals aws:k1 \"v\" and"
                + " StringEquals aws:k2 \"v\" and StringEquals aws:k3 \"v\" and 8 more");
    assertThat(trust.conditions()).hasSize(11).last().isEqualTo("and 2 more");
    assertThat(trust.accounts()).hasSize(13);
  }

  @Test
  void many_and_long_values_are_cut_and_counted() {
    String conditions =
        "{'StringLike':{'aws:x':['%s','b\\r\\nc\\u202Ed','e','f','g']}}".formatted("a".repeat(300));

    assertThat(admitting("'*'", conditions).conditions())
        .containsExactly(
            "StringLike aws:x \"" + "a".repeat(120) + "…\" or \"b  c d\" or \"e\" or 2 more");
  }

  @Test
  void a_condition_without_values_is_told() {
    assertThat(admitting("'*'", "{'StringEquals':{'aws:x':[]}}").admits())
        .containsExactly("everyone, if StringEquals aws:x");
  }

  @Test
  void the_same_twice_is_told_once() {
    String statement =
        "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'444455556666'}";

    assertThat(trust(statement, statement).admits()).containsExactly("account 444455556666");
  }
}
