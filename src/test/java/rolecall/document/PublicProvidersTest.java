package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolecall.document.Documents.trust;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicProvidersTest {
  private static final String GITHUB =
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "github|{}",
        "github|{'StringEquals':{'token.actions.githubusercontent.com:aud':'sts.amazonaws.com'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'*'}}",
        "github|{'StringEquals':{'token.actions.githubusercontent.com:sub':'*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'**'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'?*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:**'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'re?o:*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*/*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*/*:*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*:ref:refs/heads/main'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*/app:*'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':['repo:example/app:*','repo:*']}}",
        "github|{'StringLikeIfExists':{'token.actions.githubusercontent.com:sub':'repo:example/app:*'}}",
        "github|{'ForAllValues:StringLike':{'token.actions.githubusercontent.com:sub':'repo:example/app:*'}}",
        "github|{'StringNotLike':{'token.actions.githubusercontent.com:sub':'repo:example/app:*'}}",
        "github|{'StringLike':{'gitlab.com:sub':'project_path:example/app:*'}}",
        "github|{'StringEquals':{'sts:ExternalId':'repo:example/app:*'}}",
        "token.actions.githubusercontent.com|{}",
        "arn:aws-us-gov:iam::111122223333:oidc-provider/Token.Actions.GitHubUserContent.com|{}",
        "https://token.actions.githubusercontent.com/|{}",
        "arn:aws:iam::111122223333:oidc-provider/gitlab.com|{'StringLike':{'gitlab.com:sub':'project_path:*'}}",
        "arn:aws:iam::111122223333:oidc-provider/app.terraform.io|{'StringLike':{'app.terraform.io:sub':'organization:*:project:x:*'}}",
        "arn:aws:iam::111122223333:oidc-provider/app.terraform.io|{'StringEquals':{'app.terraform.io:aud':'aws.workload.identity'}}",
        "accounts.google.com|{}",
        "accounts.google.com|{'StringEquals':{'accounts.google.com:email':'dana@example.com'}}",
        "cognito-identity.amazonaws.com|{'ForAnyValue:StringLike':{'cognito-identity.amazonaws.com:amr':'authenticated'}}",
        "cognito-identity.amazonaws.com|{'StringLike':{'cognito-identity.amazonaws.com:aud':'us-east-1:*'}}",
        "graph.facebook.com|{'StringEquals':{'graph.facebook.com:aud':'${aws:userid}'}}",
      })
  void everyone_comes_in_through_a_public_provider(String provider, String conditions) {
    assertThat(through(provider, conditions).anyone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "github|{'StringEquals':{'token.actions.githubusercontent.com:sub':'repo:example/app:ref:refs/heads/main'}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:example/*'}}",
        "github|{'StringLike':{'Token.Actions.githubusercontent.com:SUB':['repo:example/a:*','repo:example/b:*']}}",
        "github|{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*'},'StringEquals':{'token.actions.githubusercontent.com:sub':'repo:example/app:environment:live'}}",
        "github|{'StringEquals':{'token.actions.githubusercontent.com:sub':'repository_owner:example'}}",
        "github|{'StringEquals':{'aws:SourceVpc':'vpc-0example'}}",
        "github|{'ForAnyValue:StringLike':{'token.actions.githubusercontent.com:sub':'repo:example/*'}}",
        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/example-enterprise|{}",
        "arn:aws:iam::111122223333:oidc-provider/idp.example.com|{}",
        "arn:aws:iam::111122223333:saml-provider/gitlab|{}",
        "arn:aws:iam::111122223333:oidc-provider/gitlab.com|{'StringLike':{'gitlab.com:sub':'project_path:example/*'}}",
        "arn:aws:iam::111122223333:oidc-provider/app.terraform.io|{'StringLike':{'app.terraform.io:sub':'organization:example:project:*:workspace:*:run_phase:*'}}",
        "accounts.google.com|{'StringEquals':{'accounts.google.com:aud':'example.apps.googleusercontent.com'}}",
        "accounts.google.com|{'StringEquals':{'accounts.google.com:oaud':'example.apps.googleusercontent.com'}}",
        "accounts.google.com|{'StringEquals':{'accounts.google.com:sub':'100000000000000000001'}}",
        "cognito-identity.amazonaws.com|{'StringEquals':{'cognito-identity.amazonaws.com:aud':'us-east-1:00000000-0000-0000-0000-000000000001'}}",
        "graph.facebook.com|{'StringEquals':{'graph.facebook.com:app_id':'1000000001'}}",
        "www.amazon.com|{'StringEquals':{'www.amazon.com:user_id':'amzn1.account.EXAMPLE'}}",
      })
  void a_condition_on_the_claim_closes_it(String provider, String conditions) {
    assertThat(through(provider, conditions).anyone()).isFalse();
  }

  private static Trust through(String provider, String conditions) {
    return trust(
        "'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'%s'},'Condition':%s"
            .formatted(provider.replaceAll("^github$", GITHUB), conditions));
  }

  @Test
  void an_open_provider_beside_a_closed_one_is_open() {
    assertThat(
            trust(
                    "'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':['accounts.google.com','gitlab.com']},'Condition':{'StringEquals':{'gitlab.com:sub':'project_path:example/app:ref_type:branch:ref:main'}}")
                .anyone())
        .isTrue();
  }

  @Test
  void a_provider_in_two_entries_has_the_claims_of_both() {
    PublicProviders providers =
        PublicProviders.of(List.of("idp.example.com aud", "IDP.example.com  groups"));
    Principal.Provider provider =
        (Principal.Provider) PrincipalKind.FEDERATED.read("idp.example.com");

    assertThat(providers.isOpen(provider, List.of())).isTrue();
    for (String claim : List.of("aud", "groups")) {
      Condition condition =
          new Condition(
              Operator.of("StringEquals"), "idp.example.com:" + claim, List.of("example"));
      assertThat(providers.isOpen(provider, List.of(condition))).as(claim).isFalse();
    }
  }

  @Test
  void an_entry_without_a_claim_is_refused() {
    assertThatThrownBy(() -> PublicProviders.of(List.of(" gitlab.com ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The public provider \" gitlab.com \" names no claim; write its host and the claims"
                + " that a trust must condition, such as \"accounts.google.com aud sub\"");
  }
}
