package rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.record.TestRecords.SLR_EDIT_DENIED;
import static rolecall.record.TestRecords.facts;
import static rolecall.record.TestRecords.json;
import static rolecall.record.TestRecords.told;
import static rolecall.record.TestRecords.with;
import static rolecall.record.TestRecords.without;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.json.Json;

/** What a call is about, in every spelling that a service's records have. */
class ResourceFactsTest {
  private static final TrailRecord BARE =
      with(
          without(SLR_EDIT_DENIED, "errorCode", "errorMessage", "resources"),
          "responseElements",
          null);

  static TrailRecord call(String service, String name, String request) {
    TrailRecord record = with(BARE, "eventSource", service + ".amazonaws.com");
    return with(with(record, "eventName", name), "requestParameters", json(request));
  }

  private static TrailRecord denied(String service, String action, String resource) {
    String message =
        "User: arn:aws:iam::111122223333:user/rolecall-fan is not authorized to perform: "
            + (service + ":" + action)
            + (" on resource: " + resource)
            + " because no identity-based policy allows it";
    return with(
        with(call(service, action, "null"), "errorCode", "AccessDenied"), "errorMessage", message);
  }

  private static List<String> names(TrailRecord record) {
    return facts(record).value("resource.names").items().stream()
        .map(name -> name.text().orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "events|DisableRule|{'name':'rolecall-x','eventBusName':'default'}",
        "events|DeleteRule|{'Name':'rolecall-x','force':true}",
        "events|PutRule|{'name':'arn:aws:events:us-east-1:111122223333:rule/rolecall-x'}",
        "events|PutRule|{'name':'r','eventBusName':'arn:aws:events:us-east-1:1:event-bus/rolecall-x'}",
        "events|RemoveTargets|{'rule':'rolecall-x','ids':['1']}",
        "events|RemoveTargets|{'rule':'r','ids':['1','rolecall-x']}",
        "events|PutTargets|{'rule':'r','targets':[{'id':'1'},{'Id':'rolecall-x','arn':'a'}]}",
        "events|DeleteEventBus|{'name':'rolecall-x'}",
        "events|RemovePermission|{'eventBusName':'rolecall-x','removeAllPermissions':true}",
        "sns|DeleteTopic|{'topicArn':'arn:aws:sns:us-east-1:111122223333:rolecall-x'}",
        "sns|SetTopicAttributes|{'TopicArn':'arn:aws:sns:us-east-1:111122223333:rolecall-x'}",
        "sns|Unsubscribe|{'subscriptionArn':'arn:aws:sns:us-east-1:111122223333:rolecall-x:0-1'}",
        "sns|CreateTopic|{'name':'rolecall-x'}",
        "lambda|DeleteFunction20150331|{'functionName':'rolecall-x'}",
        "lambda|DeleteFunction|{'FunctionName':'rolecall-x:live'}",
        "lambda|UpdateFunctionCode20150331v2|{'functionName':'111122223333:function:rolecall-x'}",
        "lambda|UpdateFunctionConfiguration20150331v2|{'functionName':'arn:aws:lambda:us-east-1:111122223333:function:rolecall-x:live'}",
        "lambda|PutFunctionConcurrency20171031|{'functionName':'rolecall-x','reservedConcurrentExecutions':0}",
        "lambda|UpdateAlias20150331|{'functionName':'f','name':'rolecall-x'}",
        "lambda|CreateEventSourceMapping20150331|{'functionName':'f','eventSourceArn':'arn:aws:sqs:us-east-1:1:rolecall-x'}",
        "lambda|TagResource20170331v2|{'resource':'arn:aws:lambda:us-east-1:111122223333:function:rolecall-x'}",
        "sqs|PurgeQueue|{'queueUrl':'https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-x'}",
        "sqs|StartMessageMoveTask|{'sourceArn':'arn:aws:sqs:us-east-1:111122223333:rolecall-x'}",
        "kms|UpdateAlias|{'aliasName':'alias/rolecall-x','targetKeyId':'0-1'}",
        "kms|DisableKey|{'keyId':'alias/rolecall-x'}",
        "dynamodb|DeleteTable|{'tableName':'rolecall-x'}",
        "dynamodb|UpdateTimeToLive|{'tableName':'arn:aws:dynamodb:us-east-1:111122223333:table/rolecall-x'}",
        "cloudformation|DeleteStack|{'stackName':'rolecall-x'}",
        "cloudformation|UpdateStack|{'stackName':'arn:aws:cloudformation:us-east-1:111122223333:stack/rolecall-x/0-1'}",
        "cloudformation|ExecuteChangeSet|{'changeSetName':'c','stackName':'rolecall-x'}",
        "logs|DeleteLogGroup|{'logGroupName':'/aws/lambda/rolecall-x'}",
        "logs|PutRetentionPolicy|{'logGroupName':'rolecall-x','retentionInDays':1}",
        "logs|TagResource|{'resourceArn':'arn:aws:logs:us-east-1:1:log-group:/aws/lambda/rolecall-x:*'}",
        "monitoring|DeleteAlarms|{'alarmNames':['a','rolecall-x']}",
        "monitoring|SetAlarmState|{'alarmName':'rolecall-x','stateValue':'OK'}",
        "monitoring|PutAlarmMuteRule|{'name':'n','muteTargets':{'alarmNames':['rolecall-x']}}",
        "ssm|DeleteParameter|{'name':'/rolecall-x/policy'}",
        "ssm|DeleteParameters|{'names':['/a','/b/rolecall-x']}",
        "scheduler|DeleteSchedule|{'groupName':'default','name':'rolecall-x'}",
        "scheduler|DeleteScheduleGroup|{'name':'rolecall-x'}",
        "pipes|StopPipe|{'name':'rolecall-x'}",
        "s3|PutObject|{'bucketName':'b','key':'conf/rolecall-x/policy.yaml'}",
        "s3|DeleteBucketPolicy|{'bucketName':'rolecall-x','policy':''}",
        "iam|PutRolePolicy|{'roleName':'rolecall-x','policyName':'p'}",
        "iam|DeleteRole|{'rolename':'rolecall-x'}",
        "iam|CreatePolicyVersion|{'policyArn':'arn:aws:iam::111122223333:policy/a/rolecall-x'}",
        "iam|CreatePolicy|{'policyName':'rolecall-x'}",
        "cloudtrail|UpdateTrail|{'name':'arn:aws:cloudtrail:us-east-1:111122223333:trail/rolecall-x'}"
      })
  void every_spelling_of_an_identifier_gives_its_names(
      String service, String event, String request) {
    assertThat(names(call(service, event, request.replace('\'', '"')))).contains("rolecall-x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lambda|DeleteFunction|arn:aws:lambda:us-east-1:111122223333:function:rolecall-x",
        "events|DisableRule|arn:aws:events:us-east-1:111122223333:rule/rolecall-x.",
        "sqs|purgequeue|arn:aws:sqs:us-east-1:111122223333:rolecall-x",
        "s3|PutObject|\"arn:aws:s3:::b/rolecall-x/policy.yaml\"",
        "iam|PutRolePolicy|role rolecall-x",
        "iam|CreatePolicyVersion|policy arn:aws:iam::111122223333:policy/rolecall-x",
        "logs|DeleteLogGroup|arn:aws:logs:us-east-1:1:log-group:/aws/lambda/rolecall-x:log-stream:"
      })
  void a_denied_call_names_its_resource_in_the_message(
      String service, String action, String resource) {
    assertThat(names(denied(service, action, resource)))
        .contains("rolecall-x")
        .doesNotContain("rolecall-fan", "User");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lambda|TagResource20170331v2|{'resource':'arn:aws:lambda:us-east-1:1:function:f','tags':{'app':'rolecall-x'}}",
        "lambda|UpdateFunctionConfiguration20150331v2|{'functionName':'f','description':'rolecall-x','role':'arn:aws:iam::1:role/rolecall-x'}",
        "lambda|AddPermission20150331v2|{'functionName':'f','sourceArn':'arn:aws:sns:us-east-1:1:rolecall-x','statementId':'rolecall-x'}",
        "events|PutTargets|{'rule':'r','targets':[{'id':'1','arn':'arn:aws:lambda:us-east-1:1:function:rolecall-x'}]}",
        "events|PutRule|{'name':'r','eventPattern':'rolecall-x','description':'rolecall-x','tags':[{'key':'name','value':'rolecall-x'}]}",
        "sns|SetTopicAttributes|{'topicArn':'arn:aws:sns:us-east-1:1:t','attributeName':'Policy','attributeValue':'rolecall-x'}",
        "sns|Publish|{'topicArn':'arn:aws:sns:us-east-1:1:t','message':'rolecall-x','subject':'rolecall-x'}",
        "sqs|SendMessage|{'queueUrl':'https://sqs.us-east-1.amazonaws.com/1/q','messageBody':'rolecall-x'}",
        "sqs|SetQueueAttributes|{'queueUrl':'https://sqs.us-east-1.amazonaws.com/1/q','attributes':{'Policy':'rolecall-x'}}",
        "ssm|PutParameter|{'name':'/a/b','value':'rolecall-x','description':'rolecall-x'}",
        "dynamodb|PutItem|{'tableName':'t','item':{'name':'rolecall-x'},'key':{'name':'rolecall-x'}}",
        "kms|PutKeyPolicy|{'keyId':'0-1','policy':'rolecall-x'}",
        "kms|CreateGrant|{'keyId':'0-1','name':'rolecall-x','granteePrincipal':'arn:aws:iam::1:role/rolecall-x'}",
        "monitoring|PutMetricAlarm|{'alarmName':'a','alarmActions':['arn:aws:sns:us-east-1:1:rolecall-x'],'dimensions':[{'name':'rolecall-x'}]}",
        "cloudformation|CreateStack|{'stackName':'s','parameters':[{'parameterKey':'rolecall-x'}],'roleARN':'arn:aws:iam::1:role/rolecall-x'}",
        "iam|PutRolePolicy|{'roleName':'r','policyName':'rolecall-x','policyDocument':'rolecall-x'}",
        "iam|TagRole|{'roleName':'r','tags':[{'key':'rolecall-x','value':'rolecall-x'}]}",
        "scheduler|UpdateSchedule|{'name':'s','target':{'arn':'arn:aws:lambda:us-east-1:1:function:rolecall-x'}}",
        "s3|CopyObject|{'bucketName':'b','key':'k','x-amz-copy-source':'c/rolecall-x'}"
      })
  void what_is_only_mentioned_is_no_identifier(String service, String event, String request) {
    assertThat(names(call(service, event, request.replace('\'', '"'))))
        .isNotEmpty()
        .doesNotContain("rolecall-x");
  }

  @Test
  void a_policy_is_what_a_call_is_about_only_where_nobody_gets_it() {
    TrailRecord record =
        call(
            "iam",
            "AttachUserPolicy",
            "{\"userName\":\"u\",\"policyArn\":\"arn:aws:iam::1:policy/rolecall-x\"}");

    assertThat(told(facts(record), "resource")).isEqualTo("{}");
  }

  @Test
  void the_answer_names_what_the_request_names_by_a_number_only() {
    TrailRecord record =
        with(
            call("lambda", "DeleteEventSourceMapping20150331", "{\"uuid\":\"0-1\"}"),
            "responseElements",
            json("{\"functionArn\":\"arn:aws:lambda:us-east-1:1:function:rolecall-x:live\"}"));

    assertThat(told(facts(record), "resource"))
        .isEqualTo(
            "{\"id\":\"0-1,"
                + " arn:aws:lambda:us-east-1:1:function:rolecall-x:live\",\"names\":[\"0-1\","
                + "\"arn\",\"aws\",\"lambda\",\"us-east-1\",\"1\",\"function\",\"rolecall-x\",\"live\"]}");
  }

  @Test
  void the_resources_of_a_record_name_a_key_by_its_arn() {
    TrailRecord record =
        with(
            call("kms", "ScheduleKeyDeletion", "{\"keyId\":\"alias/a\"}"),
            "resources",
            json("[{\"type\":\"AWS::KMS::Key\",\"ARN\":\"arn:aws:kms:us-east-1:1:key/0-1\"}]"));

    assertThat(names(record))
        .containsExactly("alias", "a", "arn", "aws", "kms", "us-east-1", "1", "key", "0-1");
  }

  @Test
  void a_role_that_may_not_be_passed_is_not_what_the_call_is_about() {
    TrailRecord record =
        with(
            call("lambda", "CreateFunction20150331", "null"),
            "errorMessage",
            "User: arn:aws:iam::111122223333:user/dana is not authorized to perform: iam:PassRole"
                + " on resource: arn:aws:iam::111122223333:role/rolecall-x");

    assertThat(told(facts(record), "resource")).isEqualTo("{}");
  }

  @Test
  void a_service_that_is_not_looked_at_has_no_such_fact() {
    assertThat(told(facts(TestRecords.ASSUME_ROLE), "resource")).isEqualTo("null");
    assertThat(told(facts(call("ec2", "StopInstances", "{\"name\":\"rolecall-x\"}")), "resource"))
        .isEqualTo("null");
  }

  @Test
  void an_identifier_that_is_no_text_leaves_the_names_in_doubt() {
    Facts facts = facts(call("events", "RemoveTargets", "{\"rule\":7,\"ids\":[{\"a\":1},\"b\"]}"));

    assertThat(facts.doubts())
        .containsExactly(
            new Doubt(
                "requestParameters.rule",
                "is a number and not a string",
                List.of("resource", "requestParameters.rule")),
            new Doubt(
                "requestParameters.ids",
                "is an object and not a string",
                List.of("resource", "requestParameters.ids")));
    assertThat(facts.unknown("resource.names")).isTrue();
  }

  @Test
  void a_hidden_identifier_equals_nothing_and_is_in_doubt() {
    Facts facts = facts(call("ssm", "PutParameter", "{\"name\":\"" + Json.HIDDEN + "\"}"));

    assertThat(told(facts, "resource")).isEqualTo("{}");
    assertThat(facts.unknown("resource.names")).isTrue();
  }

  @Test
  void parameters_left_out_are_in_doubt_unless_another_place_names_the_thing() {
    TrailRecord omitted = call("sqs", "SetQueueAttributes", "{\"omitted\":true}");
    TrailRecord named =
        with(omitted, "resources", json("[{\"arn\":\"arn:aws:sqs:us-east-1:1:q\"}]"));

    assertThat(facts(omitted).unknown("resource.names")).isTrue();
    assertThat(facts(named).unknown("resource.names")).isFalse();
    assertThat(facts(with(omitted, "requestParameters", "q")).unknown("resource.names")).isTrue();
  }
}
