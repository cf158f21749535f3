#!/usr/bin/env python3
"""Writes two catalogues into src/main/resources/rolecall/:

events.txt: the events that CloudTrail can record, by service.
chime.txt: every operation of Amazon Chime, whether it writes, and which of its APIs have it.

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

# What chime.api calls each of Chime's models.
CHIME_APIS = {
    "chime": "legacy",
    "chime-sdk-identity": "identity",
    "chime-sdk-media-pipelines": "media-pipelines",
    "chime-sdk-meetings": "meetings",
    "chime-sdk-messaging": "messaging",
    "chime-sdk-voice": "voice",
}

# What only the legacy console could do: in no model, but in the service authorization reference
# for Amazon Chime. Support requests and what is about voice alone are left out.
# service-authorization/latest/reference/list_amazonchime.html
CHIME_CONSOLE = [
    "AcceptDelegate", "ActivateUsers", "AddDomain", "AddOrUpdateGroups", "AuthorizeDirectory",
    "ConnectDirectory", "CreateApiKey", "CreateCDRBucket", "DeleteAccountOpenIdConfig",
    "DeleteApiKey", "DeleteCDRBucket", "DeleteDelegate", "DeleteDomain", "DeleteGroups",
    "DisconnectDirectory", "GetAccountResource", "GetAccountWithOpenIdConfig", "GetCDRBucket",
    "GetDomain", "GetUserActivityReportData", "GetUserByEmail", "InviteDelegate",
    "InviteUsersFromProvider", "ListAccountUsageReportData", "ListApiKeys", "ListCDRBucket",
    "ListDelegates", "ListDirectories", "ListDomains", "ListGroups", "RenameAccount",
    "RenewDelegate", "ResetAccountResource", "RetrieveDataExports", "StartDataExport",
    "SuspendUsers", "UnauthorizeDirectory", "UpdateAccountOpenIdConfig", "UpdateAccountResource",
    "UpdateCDRSettings", "UpdateSupportedLicenses", "UpdateUserLicenses", "ValidateAccountResource",
]

# GET reads; of the other methods these do.
READING_VERBS = ("Describe", "Get", "List", "Retrieve", "Search", "Validate")

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
    "chime": CHIME_APIS.keys(),
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
    # chime-sdk/latest/ag/cloudtrail.html
    "chime": ["ExpireAppInstanceUser", "ExpireChannel"] + CHIME_CONSOLE,
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
    """The operations of a model, with their HTTP methods."""
    folder = pathlib.Path(botocore.__file__).parent / "data" / model
    newest = sorted(folder.iterdir())[-1] / "service-2.json.gz"
    found = json.loads(gzip.decompress(newest.read_bytes()))["operations"]
    return {name: operation["http"]["method"] for name, operation in found.items()}


def write(name, lines):
    target = pathlib.Path(__file__).parent.parent / "src/main/resources/rolecall" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def events():
    yield "# Events that CloudTrail can record, one service a line: scripts/event-catalogue.py wrote it"
    yield f"# from the AWS service models in botocore {botocore.__version__}."
    for service, models in sorted(MODELS.items()):
        names = set(BESIDES.get(service, []))
        for model in models:
            names.update(operations(model))
        yield service + ": " + " ".join(sorted(names))


def chime():
    yield "# Operations of Amazon Chime, whether they write, and the APIs that have them; console: in no"
    yield "# model, done by the legacy console alone. scripts/event-catalogue.py wrote it from the AWS"
    yield f"# service models in botocore {botocore.__version__}."
    apis = {name: ["legacy", "console"] for name in CHIME_CONSOLE}
    reading = {name for name in CHIME_CONSOLE if name.startswith(READING_VERBS)}
    for model, api in sorted(CHIME_APIS.items()):
        for name, method in operations(model).items():
            apis.setdefault(name, []).append(api)
            if method == "GET" or name.startswith(READING_VERBS):
                reading.add(name)
    for name in sorted(apis):
        yield " ".join([name, "reads" if name in reading else "writes", *apis[name]])


write("events.txt", events())
write("chime.txt", chime())
