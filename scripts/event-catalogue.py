#!/usr/bin/env python3
"""Writes src/main/resources/rolecall/events.txt: the events that CloudTrail can record, by service.

Operations come from the AWS service models that the Python package botocore carries (Apache-2.0):

    python3 -m venv v && v/bin/pip install botocore==1.43.11
    v/bin/python scripts/event-catalogue.py

Names that CloudTrail writes and no service model has are listed here, each with its page in the AWS
documentation. Lambda's dated names are those that the Lambda guide lists.
"""
import gzip
import json
import pathlib

import botocore

# The model's folder by the short name of the event source.
MODELS = {
    "iam": ["iam"],
    "sts": ["sts"],
    "signin": ["signin"],
    "sso": ["sso", "sso-admin"],
    "sso-oauth": ["sso-oidc"],
    "rolesanywhere": ["rolesanywhere"],
    "eks-auth": ["eks-auth"],
    "cognito-identity": ["cognito-identity"],
    "chime": ["chime", "chime-sdk-identity", "chime-sdk-media-pipelines", "chime-sdk-meetings",
              "chime-sdk-messaging", "chime-sdk-voice"],
    "cloudtrail": ["cloudtrail"],
    "events": ["events"],
    "scheduler": ["scheduler"],
    "pipes": ["pipes"],
    "sns": ["sns"],
    "sqs": ["sqs"],
    "lambda": ["lambda"],
    "kms": ["kms"],
    "dynamodb": ["dynamodb"],
    "cloudformation": ["cloudformation"],
    "logs": ["logs"],
    "monitoring": ["cloudwatch"],
    "ssm": ["ssm"],
    "s3": ["s3", "s3control"],
    "organizations": ["organizations"],
}

# Events that are no operation of a service model.
BESIDES = {
    # awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
    "signin": ["ConsoleLogin", "SwitchRole", "ExitRole", "CheckMfa", "GetSigninToken", "RenewRole",
               "AuthorizeOAuth2Access", "CreateOAuth2Token", "PasswordRecoveryRequested",
               "PasswordRecoveryCompleted", "PasswordUpdated", "EmailUpdated"],
    # singlesignon/latest/userguide/sso-info-in-cloudtrail.html
    "sso": ["Federate", "Authenticate", "GetRoleCredentials"],
    "sso-oauth": ["CreateToken", "CreateTokenWithIAM"],
    # rolesanywhere/latest/userguide/authentication-create-session.html
    "rolesanywhere": ["CreateSession"],
    # chime-sdk/latest/ag/cloudtrail.html and the service authorization reference for Amazon Chime
    "chime": ["AddDomain", "ExpireAppInstanceUser", "ExpireChannel", "AuthorizeDirectory",
              "ConnectDirectory", "CreateApiKey", "CreateCDRBucket", "UpdateCDRSettings",
              "StartDataExport", "RetrieveDataExports", "UpdateAccountOpenIdConfig", "RenameAccount",
              "SuspendUsers", "ActivateUsers", "AddOrUpdateGroups", "InviteDelegate",
              "AcceptDelegate"],
    # AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
    "s3": ["DeleteBucketPublicAccessBlock", "PutBucketPublicAccessBlock"],
    # lambda/latest/dg/logging-using-cloudtrail.html
    "lambda": ["AddLayerVersionPermission20181031", "AddPermission20150331v2", "CreateAlias20150331",
               "CreateEventSourceMapping20150331", "CreateFunction20150331", "DeleteAlias20150331",
               "DeleteEventSourceMapping20150331", "DeleteFunction20150331",
               "DeleteFunctionConcurrency20171031", "DeleteLayerVersion20181031",
               "GetAlias20150331", "GetEventSourceMapping20150331", "GetFunction20150331v2",
               "GetFunctionConfiguration20150331v2", "GetPolicy20150331v2",
               "ListEventSourceMappings20150331", "ListFunctions20150331", "ListTags20170331",
               "PublishLayerVersion20181031", "PublishVersion20150331",
               "PutFunctionConcurrency20171031", "RemoveLayerVersionPermission20181031",
               "RemovePermission20150331v2", "TagResource20170331v2", "UntagResource20170331v2",
               "UpdateAlias20150331", "UpdateEventSourceMapping20150331",
               "UpdateFunctionCode20150331v2", "UpdateFunctionConfiguration20150331v2"],
}


def operations(model):
    folder = pathlib.Path(botocore.__file__).parent / "data" / model
    newest = sorted(folder.iterdir())[-1] / "service-2.json.gz"
    return json.loads(gzip.decompress(newest.read_bytes()))["operations"].keys()


def main():
    lines = [
        "# Events that CloudTrail can record, one service a line: scripts/event-catalogue.py wrote it",
        f"# from the AWS service models in botocore {botocore.__version__}.",
    ]
    for service, models in sorted(MODELS.items()):
        names = set(BESIDES.get(service, []))
        for model in models:
            names.update(operations(model))
        lines.append(service + ": " + " ".join(sorted(names)))
    target = pathlib.Path(__file__).parent.parent / "src/main/resources/rolecall/events.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
