package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.admitting;
import static rolecall.document.Documents.trust;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringEquals':{'AWS:principalorgid':['o-example0001','o-example0002']}}",
        "{'stringequals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringLike':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringEqualsIgnoreCase':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringEquals':{'aws:PrincipalOrgID':'${aws:ResourceOrgID}'}}",
        "{'ForAnyValue:StringEquals':{'aws:PrincipalOrgPaths':'o-example0001/r-ab12/ou-ab12-11111111/'}}",
        "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':['o-example0001/*','o-example0002/r-ab12/*']}}",
        "{'StringEquals':{'aws:PrincipalAccount':'444455556666'}}",
        "{'StringEquals':{'aws:PrincipalAccount':444455556666}}",
        "{'StringEquals':{'aws:PrincipalAccount':['444455556666','123456789012']}}",
        "{'StringEquals':{'aws:PrincipalAccount':'${aws:ResourceAccount}'}}",
        "{'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/Deploy'}}",
        "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/*'}}",
        "{'ArnLike':{'aws:PrincipalArn':'arn:*:iam::444455556666:role/Deploy'}}",
        "{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:*'}}",
        "{'StringEquals':{'aws:PrincipalArn':'arn:aws:iam::${aws:ResourceAccount}:role/Deploy'}}",
        "{'StringEquals':{'aws:PrincipalServiceName':'chime.amazonaws.com'}}",
        "{'StringLike':{'aws:userid':'AROAEXAMPLE0000000001:*'}}",
        "{'StringEquals':{'aws:userid':'AIDAEXAMPLE0000000001'}}",
        "{'StringEquals':{'aws:SourceAccount':'111122223333'}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:chime:*:111122223333:*'}}",
        "{'StringLike':{'aws:SourceArn':'arn:aws:chime:*:111122223333:*'}}",
        "{'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::example-bucket'}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::example-bucket/*'}}",
        "{'StringEquals':{'aws:SourceOrgID':'o-example0001'}}",
        "{'ForAnyValue:StringLike':{'aws:SourceOrgPaths':'o-example0001/*'}}",
        "{'StringEquals':{'aws:SourceVpc':'vpc-0example'}}",
        "{'StringEquals':{'aws:SourceVpce':['vpce-0example','vpce-1example']}}",
        "{'StringEquals':{'aws:VpceAccount':'111122223333'}}",
        "{'StringEquals':{'aws:VpceOrgID':'o-example0001'}}",
        "{'IpAddress':{'aws:SourceIp':'192.0.2.0/24'},'StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringEquals':{'sts:ExternalId':'partner-7','aws:PrincipalAccount':'444455556666'}}",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-example0001'},'Null':{'aws:PrincipalOrgID':'false'}}",
        "{'ForAllValues:StringEquals':{'aws:PrincipalAccount':'444455556666'},'Null':{'AWS:PrincipalAccount':false}}"
      })
  void a_definite_condition_narrows(String conditions) {
    assertThat(admitting("'*'", conditions).anyone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'StringEquals':{}}",
        "{'StringEquals':{'sts:ExternalId':'partner-7'}}",
        "{'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}}",
        "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}",
        "{'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'}}",
        "{'Bool':{'aws:SecureTransport':'true'}}",
        "{'Bool':{'aws:PrincipalIsAWSService':'true'}}",
        "{'Bool':{'aws:ViaAWSService':'true'}}",
        "{'DateGreaterThan':{'aws:CurrentTime':'2026-01-01T00:00:00Z'}}",
        "{'StringEquals':{'aws:PrincipalType':'AssumedRole'}}",
        "{'StringEquals':{'aws:PrincipalTag/team':'chime'}}",
        "{'StringEquals':{'aws:RequestTag/team':'chime'}}",
        "{'StringEquals':{'aws:username':'dana'}}",
        "{'StringLike':{'sts:RoleSessionName':'dana'}}",
        "{'StringEquals':{'sts:SourceIdentity':'dana'}}",
        "{'StringEquals':{'aws:RequestedRegion':'us-east-1'}}",
        "{'StringEquals':{'aws:UserAgent':'example'}}",
        "{'StringEquals':{'aws:ResourceAccount':'111122223333'}}",
        "{'StringEquals':{'PrincipalOrgID':'o-example0001'}}",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringLikeIfExists':{'aws:SourceVpce':'vpce-0example'}}",
        "{'ArnLikeIfExists':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/Deploy'}}",
        "{'ForAllValues:StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'ForAnyValue:StringEqualsIfExists':{'aws:PrincipalOrgPaths':'o-example0001/'}}",
        "{'StringNotEquals':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'StringNotLike':{'aws:PrincipalAccount':'444455556666'}}",
        "{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::444455556666:role/Deploy'}}",
        "{'StringNotEqualsIgnoreCase':{'aws:PrincipalAccount':'444455556666'}}",
        "{'Null':{'aws:PrincipalOrgID':'false'}}",
        "{'Null':{'aws:PrincipalOrgID':'true'}}",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-example0001'},'Null':{'aws:PrincipalOrgID':'true'}}",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-example0001'},'Null':{'aws:SourceVpc':'false'}}",
        "{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-example0001'},'Null':{'aws:PrincipalOrgID':['false','true']}}",
        "{'StringLike':{'aws:PrincipalOrgID':'*'}}",
        "{'StringLike':{'aws:PrincipalOrgID':'o-*'}}",
        "{'StringLike':{'aws:PrincipalOrgID':'o-??????????'}}",
        "{'StringEquals':{'aws:PrincipalOrgID':'*'}}",
        "{'StringLike':{'aws:PrincipalOrgID':['o-example0001','*']}}",
        "{'StringEquals':{'aws:PrincipalOrgID':[]}}",
        "{'StringEquals':{'aws:PrincipalOrgID':''}}",
        "{'StringEquals':{'aws:PrincipalOrgID':'${aws:PrincipalOrgID}'}}",
        "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'*'}}",
        "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-*/r-ab12/*'}}",
        "{'ForAnyValue:StringLike':{'aws:PrincipalOrgPaths':'o-example0001*'}}",
        "{'StringLike':{'aws:PrincipalAccount':'4444*'}}",
        "{'StringLike':{'aws:PrincipalAccount':'????????????'}}",
        "{'StringEquals':{'aws:PrincipalAccount':'${aws:PrincipalAccount}'}}",
        "{'NumericEquals':{'aws:PrincipalAccount':'444455556666'}}",
        "{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/Deploy'}}",
        "{'StringLike':{'aws:PrincipalArn':'*'}}",
        "{'StringLike':{'aws:PrincipalArn':'*:role/Deploy'}}",
        "{'StringLike':{'aws:PrincipalArn':'arn:*:iam::444455556666:role/Deploy'}}",
        "{'ArnLike':{'aws:PrincipalArn':['arn:aws:iam::444455556666:role/Deploy','arn:aws:iam::*:root']}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:chime:*:*:*'}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:s3:::example-*'}}",
        "{'ArnLike':{'aws:SourceArn':'arn:aws:*:::example-bucket'}}",
        "{'StringLike':{'aws:SourceArn':'*'}}",
        "{'StringLike':{'aws:SourceAccount':'*'}}",
        "{'StringLike':{'aws:SourceVpc':'vpc-*'}}",
        "{'StringLike':{'aws:userid':'*:dana'}}",
        "{'StringLike':{'aws:userid':'AROA*'}}",
        "{'StringLike':{'aws:PrincipalServiceName':'*.amazonaws.com'}}",
        "{'Madeup':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'IfExists':{'aws:PrincipalOrgID':'o-example0001'}}",
        "{'ForAnyValue:':{'aws:PrincipalOrgID':'o-example0001'}}"
      })
  void a_condition_that_strangers_can_meet_does_not_narrow(String conditions) {
    assertThat(admitting("'*'", conditions).anyone()).isTrue();
    assertThat(
            trust(
                    "'Effect':'Allow','Action':'sts:AssumeRole','NotPrincipal':{'AWS':'444455556666'},'Condition':"
                        + conditions)
                .anyone())
        .isTrue();
  }

  @Test
  void a_condition_of_another_statement_does_not_narrow() {
    assertThat(
            trust(
                    "'Effect':'Allow','Action':'sts:AssumeRole','Principal':'*'",
                    "'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'111122223333'},'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-example0001'}}")
                .anyone())
        .isTrue();
  }
}
