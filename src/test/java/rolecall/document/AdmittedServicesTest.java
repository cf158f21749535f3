package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.admitting;
import static rolecall.document.Documents.statements;
import static rolecall.document.Documents.trust;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmittedServicesTest {
  private static final String PIPELINES = "mediapipelines.chime.amazonaws.com";

  @ParameterizedTest
  @CsvSource({
    "chime.amazonaws.com, chime.amazonaws.com",
    "Chime.AmazonAWS.com, chime.amazonaws.com",
    "chime.amazonaws.com.cn, chime.amazonaws.com",
    "chime.us-east-1.amazonaws.com, chime.amazonaws.com",
    "messaging.chime.us-gov-west-1.amazonaws.com, messaging.chime.amazonaws.com",
    "messaging.chime.cn-north-1.amazonaws.com.cn, messaging.chime.amazonaws.com",
    "voiceconnector.chime.amazonaws.com, voiceconnector.chime.amazonaws.com",
    "notchime.amazonaws.com, notchime.amazonaws.com",
    "chime.example.com, chime.example.com",
  })
  void a_service_is_told_by_its_global_name(String written, String name) {
    assertThat(admitting("{'Service':'" + written + "'}").services()).containsExactly(name);
    assertThat(admitting("{'Service':['ec2.amazonaws.com','" + written + "']}").services())
        .containsExactlyInAnyOrder("ec2.amazonaws.com", name)
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'StringEquals':{'aws:SourceAccount':'111122223333'}}",
        "{'StringEquals':{'AWS:sourceaccount':['111122223333','444455556666']}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:chime:*:111122223333:*'}}",
        "{'StringEquals':{'aws:SourceOrgID':'o-example0001'}}",
        "{'ForAnyValue:StringLike':{'aws:SourceOrgPaths':'o-example0001/*'}}"
      })
  void a_condition_on_the_source_guards_a_service(String conditions) {
    Trust trust = admitting("{'Service':'" + PIPELINES + "'}", conditions);

    assertThat(trust.services()).containsExactly(PIPELINES);
    assertThat(trust.unguardedServices()).isEmpty();
    assertThat(bucket(conditions)).isEqualTo(new ResourcePolicy(List.of(PIPELINES), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringEquals':{'aws:PrincipalAccount':'111122223333'}}",
        "{'StringEquals':{'sts:ExternalId':'x'}}",
        "{'StringEqualsIfExists':{'aws:SourceAccount':'111122223333'}}",
        "{'ForAllValues:StringEquals':{'aws:SourceAccount':'111122223333'}}",
        "{'StringNotEquals':{'aws:SourceAccount':'111122223333'}}",
        "{'StringLike':{'aws:SourceAccount':['111122223333','*']}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:chime:*:*:*'}}",
        "{'StringEquals':{'s3:x-amz-acl':'bucket-owner-full-control'}}"
      })
  void a_service_without_a_definite_source_is_unguarded(String conditions) {
    assertThat(admitting("{'Service':'" + PIPELINES + "'}", conditions).unguardedServices())
        .containsExactly(PIPELINES);
    assertThat(bucket(conditions))
        .isEqualTo(new ResourcePolicy(List.of(PIPELINES), List.of(PIPELINES)));
  }

  private static ResourcePolicy bucket(String conditions) {
    return ResourcePolicy.of(
        statements(
            "'Effect':'Allow','Action':'s3:PutObject','Resource':'*','Principal':{'Service':'"
                + PIPELINES
                + "'},'Condition':"
                + conditions));
  }

  @Test
  void one_unguarded_statement_is_enough() {
    Trust trust =
        trust(
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'chime.amazonaws.com'},'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333'}}",
            "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'Chime.amazonaws.com'}",
            "'Effect':'Allow','Action':'sts:TagSession','Principal':{'Service':'ec2.amazonaws.com'}",
            "'Effect':'Deny','Action':'sts:AssumeRole','Principal':{'Service':'lambda.amazonaws.com'}");

    assertThat(trust.services()).containsExactly("chime.amazonaws.com");
    assertThat(trust.unguardedServices()).containsExactly("chime.amazonaws.com");
  }

  @Test
  void a_service_in_the_place_of_an_account_is_a_service() {
    assertThat(admitting("'chime.amazonaws.com'").services())
        .containsExactly("chime.amazonaws.com");
    assertThat(admitting("{'AWS':'chime.amazonaws.com'}").services())
        .containsExactly("chime.amazonaws.com");
  }

  @Test
  void an_identity_provider_of_amazon_is_no_service() {
    assertThat(admitting("{'Federated':'cognito-identity.amazonaws.com'}").services()).isEmpty();
  }

  @Test
  void everyone_under_the_condition_of_a_service_is_that_service() {
    assertThat(
            admitting("'*'", "{'StringEquals':{'aws:PrincipalServiceName':'chime.amazonaws.com'}}")
                .unguardedServices())
        .containsExactly("chime.amazonaws.com");
  }

  @Test
  void a_resource_policy_counts_every_action_and_no_refusal() {
    assertThat(
            ResourcePolicy.of(
                statements(
                    "'Effect':'Allow','NotAction':'sns:Subscribe','Principal':{'Service':['sns.amazonaws.com','"
                        + PIPELINES
                        + "']}",
                    "'Effect':'Deny','Action':'*','Principal':{'Service':'chime.amazonaws.com'}",
                    "'Effect':'Allow','Action':'*','NotPrincipal':{'Service':'chime.amazonaws.com'}")))
        .isEqualTo(
            new ResourcePolicy(
                List.of(PIPELINES, "sns.amazonaws.com"), List.of(PIPELINES, "sns.amazonaws.com")));
  }

  @ParameterizedTest
  @CsvSource({
    ", , false",
    "arn:aws:chime:us-east-1:111122223333:vc/example, , true",
    "arn:aws:chime:*:111122223333:*, , true",
    "arn:aws:chime:us-east-1:*:*, , false",
    "*, , false",
    ", 111122223333, true",
    ", 1111, false",
    "*, 111122223333, true",
  })
  void a_permission_of_lambda_is_guarded_by_its_source(
      String sourceArn, String sourceAccount, boolean guarded) {
    String service = "voiceconnector.chime.amazonaws.com";

    assertThat(
            ResourcePolicy.ofLambdaPermission(
                "VoiceConnector.Chime.amazonaws.com",
                Optional.ofNullable(sourceArn),
                Optional.ofNullable(sourceAccount)))
        .isEqualTo(new ResourcePolicy(List.of(service), guarded ? List.of() : List.of(service)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "444455556666", "arn:aws:iam::444455556666:role/Deploy"})
  void a_permission_of_lambda_for_others_admits_no_service(String principal) {
    assertThat(ResourcePolicy.ofLambdaPermission(principal, Optional.empty(), Optional.empty()))
        .isEqualTo(new ResourcePolicy(List.of(), List.of()));
  }
}
