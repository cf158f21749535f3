package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.PUBLIC;
import static rolecall.document.Documents.admitting;
import static rolecall.document.Documents.statements;
import static rolecall.document.Documents.trust;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "['*']",
        "{'AWS':'*'}",
        "{'aws':['*']}",
        "{'AWS':['111122223333','*']}",
        "{'AWS':'**'}",
        "{'AWS':' * '}",
        "{'AWS':'arn:aws:iam::*:root'}",
        "{'AWS':'arn:aws:iam::*:role/Admin'}",
        "{'AWS':'arn:aws:iam::44445555666?:root'}",
        "{'AWS':'arn:aws:sts::*:assumed-role/Admin/dana'}",
        "{'AWS':'arn:*'}",
        "{'AWS':'4444*'}",
        "{'Service':'*'}",
        "{'Federated':'*'}",
        "{'Federated':'arn:aws:iam::*:saml-provider/x'}",
        "{'CanonicalUser':'*'}"
      })
  void everyone_is_admitted_by(String principal) {
    assertThat(admitting(principal).anyone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'AWS':'111122223333'}",
        "{'AWS':'444455556666'}",
        "{'AWS':['arn:aws:iam::444455556666:root']}",
        "{'AWS':'arn:aws:iam::444455556666:role/*'}",
        "{'Service':'ec2.amazonaws.com'}",
        "{'AWS':'AROAEXAMPLE0000000001'}",
        "{'Federated':'arn:aws:iam::111122223333:saml-provider/Example'}",
        "{'Federated':'arn:aws:iam::111122223333:oidc-provider/idp.example.com'}",
        "{'AWS':[]}",
        "{}"
      })
  void not_everyone_is_admitted_by(String principal) {
    assertThat(admitting(principal).anyone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Action':'sts:AssumeRole'",
        "'Action':'STS:assumerole'",
        "'Action':['sts:TagSession','sts:AssumeRole']",
        "'Action':'sts:AssumeRoleWithSAML'",
        "'Action':'sts:AssumeRoleWithWebIdentity'",
        "'Action':'sts:AssumeRole*'",
        "'Action':'sts:Assume?ole'",
        "'Action':'sts:*'",
        "'Action':'*'",
        "'Action':'*:*'",
        "'NotAction':'sts:TagSession'",
        "'NotAction':[]",
        "'NotAction':'s3:*'"
      })
  void taking_a_role_is_allowed_by(String action) {
    assertThat(trust("'Effect':'Allow','Principal':'*'," + action).anyone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Action':'sts:TagSession'",
        "'Action':['sts:SetSourceIdentity','sts:SetContext']",
        "'Action':'sts:GetCallerIdentity'",
        "'Action':'s3:*'",
        "'Action':[]",
        "'NotAction':'sts:*'",
        "'NotAction':['STS:Assume*']",
        "'NotAction':'*'"
      })
  void taking_a_role_is_not_allowed_by(String action) {
    Trust trust = trust("'Effect':'Allow','Principal':{'AWS':['*','444455556666']}," + action);

    assertThat(trust)
        .isEqualTo(
            new Trust(
                false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of()));
  }

  @Test
  void everyone_but_somebody_is_everyone() {
    Trust trust =
        trust(
            "'Effect':'Allow','Action':'sts:AssumeRole','NotPrincipal':{'AWS':'444455556666','Service':'ec2.amazonaws.com'}");

    assertThat(trust)
        .isEqualTo(
            new Trust(
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("everyone but account 444455556666 and the service ec2.amazonaws.com")));
  }

  @Test
  void everyone_but_nobody_is_everyone() {
    Trust trust = trust("'Effect':'Allow','Action':'sts:AssumeRole','NotPrincipal':{}");

    assertThat(trust.anyone()).isTrue();
    assertThat(trust.admits()).containsExactly("everyone");
  }

  @Test
  void a_refusal_admits_nobody_and_makes_nothing_innocent() {
    assertThat(trust("'Effect':'Deny','Principal':'*','Action':'*'").anyone()).isFalse();
    assertThat(
            trust(
                    "'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole'",
                    "'Effect':'Deny','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-example0001'}}")
                .anyone())
        .isTrue();
  }

  @Test
  void one_open_statement_among_narrow_ones_is_enough() {
    assertThat(
            trust(
                    "'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'sts:AssumeRole'",
                    "'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
                    "'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}")
                .anyone())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AWS':'444455556666'}|444455556666",
        "'444455556666'|444455556666",
        "{'AWS':['arn:aws:iam::444455556666:root','444455556666']}|444455556666",
        "{'AWS':'arn:aws-us-gov:iam::444455556666:root'}|444455556666",
        "{'AWS':'arn:aws-cn:iam::444455556666:user/team/dana'}|444455556666",
        "{'AWS':'arn:aws:iam::444455556666:role/team/Deploy'}|444455556666",
        "{'AWS':'arn:aws:iam::444455556666:role/*'}|444455556666",
        "{'AWS':'arn:aws:sts::444455556666:assumed-role/Deploy/dana'}|444455556666",
        "{'AWS':'arn:aws:sts::444455556666:federated-user/dana'}|444455556666",
        "{'Federated':'arn:aws:iam::444455556666:saml-provider/Example'}|444455556666",
        "{'Federated':'arn:aws:iam::444455556666:oidc-provider/idp.example.com'}|444455556666",
        "{'AWS':['444455556666','123456789012','arn:aws:iam::111122223333:root']}|111122223333,123456789012,444455556666",
        "{'AWS':'AROAEXAMPLE0000000001'}|``",
        "{'AWS':'AIDAEXAMPLE0000000001'}|``",
        "{'AWS':'44445555666'}|``",
        "{'AWS':'arn:aws:iam::cloudfront:user/Example'}|``",
        "{'CanonicalUser':'444455556666'}|``",
        "{'Federated':'accounts.google.com'}|``",
        "{'Service':'ec2.amazonaws.com'}|``",
        "'*'|``",
      })
  void accounts_are_found_in(String principal, String accounts) {
    List<String> expected = accounts.isEmpty() ? List.of() : List.of(accounts.split(","));
    Trust trust = admitting(principal);

    assertThat(trust.accounts()).isEqualTo(expected);
    assertThat(trust.otherAccounts())
        .isEqualTo(expected.stream().filter(account -> !account.equals(Documents.OWN)).toList());
  }

  @Test
  void every_account_is_another_when_the_own_is_not_known() {
    PolicyDocument document =
        statements(
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':['444455556666','111122223333']}");

    assertThat(TrustMeaning.of(document, Optional.empty(), PUBLIC).otherAccounts())
        .containsExactly("111122223333", "444455556666");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringEquals':{'aws:PrincipalAccount':['444455556666','111122223333']}}|111122223333,444455556666",
        "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/Deploy*'}}|444455556666",
        "{'StringEqualsIfExists':{'aws:PrincipalAccount':'444455556666'}}|``",
        "{'StringNotEquals':{'aws:PrincipalAccount':'444455556666'}}|``",
        "{'StringLike':{'aws:PrincipalAccount':['444455556666','*']}}|``",
        "{'StringEquals':{'aws:SourceAccount':'444455556666'}}|``",
      })
  void conditions_on_everyone_name_accounts_too(String conditions, String accounts) {
    List<String> expected = accounts.isEmpty() ? List.of() : List.of(accounts.split(","));

    assertThat(admitting("'*'", conditions).accounts()).isEqualTo(expected);
    assertThat(
            trust(
                    "'Effect':'Allow','Action':'sts:*','NotPrincipal':{'AWS':'123456789012'},'Condition':"
                        + conditions)
                .accounts())
        .isEqualTo(expected);
  }

  @Test
  void conditions_on_somebody_named_name_no_further_account() {
    assertThat(
            admitting(
                    "{'AWS':'444455556666'}",
                    "{'StringEquals':{'aws:PrincipalAccount':'123456789012'}}")
                .accounts())
        .containsExactly("444455556666");
  }

  @Test
  void providers_are_told_as_written() {
    assertThat(
            admitting(
                    "{'Federated':['www.amazon.com','arn:aws:iam::111122223333:saml-provider/Example','www.amazon.com']}")
                .providers())
        .containsExactly("arn:aws:iam::111122223333:saml-provider/Example", "www.amazon.com");
  }
}
