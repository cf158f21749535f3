package rolecall.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolecall.json.Json;

/** Patterns and records with their facts, shaped like those that the policy meets. */
final class ChimeCases {
  static final Lists LISTS =
      new DifferentialTest.MapLists(
          Map.of(
              "watched-roles", List.of("*chime*"),
              "trusted-accounts", List.of("444455556666"),
              "role-editors", List.of("arn:aws:iam::111122223333:role/Deploy*"),
              "chime-operators", List.of(),
              "networks", List.of("198.51.100.0/24", "2001:db8::/32"),
              "identity-providers", List.of("*:saml-provider/AWSSSO_*")));

  private ChimeCases() {}

  /** Every pattern by its name. */
  static Map<String, String> patterns() {
    Map<String, String> patterns = new LinkedHashMap<>();
    patterns.put(
        "watched-role-taken",
        """
        eventSource: sts.amazonaws.com
        eventName: {prefix: AssumeRole}
        outcome: success
        role.name: {list: watched-roles}
        """);
    patterns.put(
        "cross-account",
        """
        outcome: success
        crossAccount: true
        caller:
          account: {anything-but: {list: trusted-accounts}}
          kind: {anything-but: [aws-service, service-linked-session, saml, web-identity]}
        """);
    patterns.put(
        "without-mfa",
        """
        caller: {kind: iam-user, mfa: [false]}
        requestParameters.serialNumber: {exists: false}
        """);
    patterns.put("too-long", "session.duration: {numeric: [\">\", 3600]}\n");
    patterns.put(
        "edit-refused",
        """
        eventSource: [iam.amazonaws.com]
        outcome: [refused, denied]
        $or:
          - role: {serviceLinked: true}
          - role: {name: {prefix: AWSServiceRoleFor}}
          - errorCode: [UnmodifiableEntity]
            requestParameters.roleName: {anything-but: {prefix: AWSReservedSSO_}}
        """);
    patterns.put(
        "edited-by-stranger",
        """
        eventName: [UpdateAssumeRolePolicy, AttachRolePolicy, PutRolePolicy, DetachRolePolicy]
        caller.arn: {anything-but: {list: role-editors}}
        role: {name: {wildcard: "*Chime*"}, path: ["/", {exists: false}]}
        """);
    patterns.put("from-elsewhere", "network.address: [{anything-but: {list: networks}}]\n");
    patterns.put("from-documentation-network", "sourceIPAddress: {cidr: 198.51.100.0/24}\n");
    patterns.put(
        "denied",
        """
        errorCode:
          - {prefix: AccessDenied}
          - {suffix: UnauthorizedOperation}
          - {equals-ignore-case: forbidden}
          - VpceAccessDenied
        """);
    patterns.put(
        "role-of-own-account-in-resources",
        """
        resources:
          type: [AWS::IAM::Role]
          accountId: ["111122223333"]
          ARN: {wildcard: "arn:aws:iam::*:role/*Chime*"}
        """);
    patterns.put(
        "trust-for-all",
        """
        $or:
          - trust: {anyone: true, conditions: {exists: false}}
          - trust: {accounts: {anything-but: {list: trusted-accounts}}}
        """);
    patterns.put(
        "foreign-provider", "session.provider: {anything-but: {list: identity-providers}}\n");
    patterns.put("root", "caller.kind: [root]\n");
    patterns.put("omitted", "omitted: true\nreadOnly: false\n");
    return patterns;
  }

  static Json.Obj granted() {
    return Reading.document(
        """
        {"eventVersion": "1.10", "eventSource": "sts.amazonaws.com", "eventName": "AssumeRole",
         "eventID": "11111111-2222-3333-4444-555555555555", "eventType": "AwsApiCall",
         "eventTime": "2026-03-02T09:10:00Z", "awsRegion": "us-east-1", "readOnly": true,
         "sourceIPAddress": "198.51.100.7", "userAgent": "aws-cli/2.15", "errorCode": null,
         "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::444455556666:user/dana",
          "accountId": "444455556666", "accessKeyId": "AKIAEXAMPLE000000001", "userName": "dana"},
         "requestParameters": {"roleArn": "arn:aws:iam::111122223333:role/ops/ChimeAdmin",
          "roleSessionName": "dana", "durationSeconds": 7200},
         "resources": [
          {"accountId": "444455556666", "type": "AWS::IAM::Role", "ARN": "arn:aws:iam::444455556666:role/ChimeB"},
          {"accountId": "111122223333", "type": "AWS::IAM::Role", "ARN": "arn:aws:iam::111122223333:role/ops/ChimeAdmin"}],
         "recipientAccountId": "111122223333", "eventCategory": "Management", "managementEvent": true,
         "outcome": "success", "crossAccount": true, "omitted": false, "late": false,
         "caller": {"kind": "iam-user", "arn": "arn:aws:iam::444455556666:user/dana",
          "account": "444455556666", "name": "dana", "mfa": false, "longTermKey": true},
         "role": {"arn": "arn:aws:iam::111122223333:role/ops/ChimeAdmin", "name": "ChimeAdmin",
          "path": "/ops/", "account": "111122223333", "serviceLinked": false, "certain": "path"},
         "assumption": "assume-role", "session": {"duration": 7200, "name": "dana"},
         "network": {"address": "198.51.100.7"}}
        """);
  }

  static Json.Obj refused() {
    return Reading.document(
        """
        {"eventSource": "iam.amazonaws.com", "eventName": "AttachRolePolicy", "readOnly": false,
         "sourceIPAddress": "2001:DB8:0:0::9", "errorCode": "UnmodifiableEntityException",
         "requestParameters": {"roleName": "AWSServiceRoleForAmazonChime"}, "resources": [],
         "outcome": "refused", "omitted": false, "crossAccount": false,
         "caller": {"kind": "role-session", "arn": "arn:aws:iam::111122223333:role/DeployX",
          "account": "111122223333", "mfa": true},
         "role": {"name": "AWSServiceRoleForAmazonChime", "serviceLinked": true, "certain": "name"},
         "network": {"address": "2001:DB8:0:0::9"}}
        """);
  }

  static Json.Obj trust() {
    return Reading.document(
        """
        {"eventSource": "iam.amazonaws.com", "eventName": "UpdateAssumeRolePolicy",
         "readOnly": false, "sourceIPAddress": "chime.amazonaws.com", "errorCode": "AccessDenied",
         "requestParameters": null, "outcome": "denied", "omitted": true,
         "caller": {"kind": "root", "arn": "arn:aws:iam::111122223333:root",
          "account": "111122223333"},
         "role": {"name": "my-Chime-role"}, "session": {"provider": "token.example.com"},
         "resources": [
          {"accountId": "111122223333", "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::x"},
          {"accountId": "123456789012", "type": "AWS::IAM::Role", "ARN": "arn:aws:iam::123456789012:role/Chime"}],
         "trust": {"anyone": false, "accounts": ["444455556666", "123456789012"],
          "services": [], "conditions": []}}
        """);
  }
}
