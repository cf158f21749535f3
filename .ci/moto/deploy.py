"""Deploys what template.yaml declares to moto, and sends events the whole way: bus, rule, buffer, the
function as sam built it, topic, subscriber. Started by .ci/moto.sh deploy."""

import argparse
import json
import signal
import sys
import uuid

import samples
from alerts import Alert, check_told
from checks import check, check_equal
from cloud import Cloud, Moto, Queue
from counters import count
from drive import step
from poller import Poller
from runtime import ACCOUNT, REGION, Function

STACK = "chime-audit"
SAMPLE = "chime-slr-edit-refused"

# What moto's CloudFormation can make, and an event needs on its way. It has no policies of queues and
# buses, no aliases and no subscriptions; the tests in rolecall.deploy hold those to their promises.
MADE = {
    "AWS::DynamoDB::Table",
    "AWS::Events::EventBus",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::KMS::Key",
    "AWS::Logs::LogGroup",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
}


def part_of(template):
    """The part that moto can make, with the function's variables as outputs, so that moto works
    them out as CloudFormation would."""
    variables = template["Resources"]["MonitorFunction"]["Properties"]["Environment"]["Variables"]
    outputs = {name.replace("_", "x"): {"Value": value} for name, value in variables.items()}
    bus = template["Resources"]["HubBus"]["Properties"]["Name"]
    outputs["HubBus"] = {"Value": bus}
    for name in ("AlertTopic", "HeartbeatTopic", "Buffer"):
        outputs[name] = {"Value": {"Ref": name}}
    for name in ("BufferArn", "HeartbeatScheduleArn"):
        outputs[name] = {"Value": {"Fn::GetAtt": [name.removesuffix("Arn"), "Arn"]}}
    return {
        "AWSTemplateFormatVersion": template["AWSTemplateFormatVersion"],
        "Parameters": template["Parameters"],
        "Conditions": template["Conditions"],
        "Resources": {
            name: with_name_of_bus(each, template["Resources"]["HubBus"])
            for name, each in template["Resources"].items()
            if each["Type"] in MADE
        },
        "Outputs": outputs,
    }


def with_name_of_bus(resource, bus):
    """moto does not work out the reference of a rule to its bus."""
    properties = dict(resource["Properties"])
    if properties.get("EventBusName") == {"Ref": "HubBus"}:
        properties["EventBusName"] = bus["Properties"]["Name"]
        return {**resource, "Properties": properties, "DependsOn": "HubBus"}
    return resource


class Deployed:
    """The stack, with a queue that subscribes to its topics, and the function."""

    def __init__(self, options, moto):
        self.options = options
        self.moto = moto
        self.cloud = Cloud(moto)
        self.outputs = {}
        self.function = None
        self.alerts = self.cloud.queue("somebody")
        self.heartbeats = self.cloud.queue("a-machine")

    def the_template_makes_its_buses_rules_queues_topics_and_table(self):
        """Makes the stack, and subscribes."""
        with open(self.options.template, encoding="utf-8") as file:
            template = json.load(file)
        part = part_of(template)
        formation = self.moto.client("cloudformation")
        formation.create_stack(StackName=STACK, TemplateBody=json.dumps(part))
        [stack] = formation.describe_stacks(StackName=STACK)["Stacks"]
        check_equal(stack["StackStatus"], "CREATE_COMPLETE", "the stack's status")
        made = formation.list_stack_resources(StackName=STACK)["StackResourceSummaries"]
        check_equal(
            {each["LogicalResourceId"] for each in made if each["LogicalResourceId"]},
            {n for n, r in part["Resources"].items() if wanted(r)},
            "the resources that were made",
        )
        self.outputs = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
        self._stop_schedules()
        for topic, queue in (("AlertTopic", self.alerts), ("HeartbeatTopic", self.heartbeats)):
            self.cloud.sns.subscribe(
                TopicArn=self.outputs[topic],
                Protocol="sqs",
                Endpoint=queue.arn,
                Attributes={"RawMessageDelivery": "true"},
            )
        variables = {
            name.replace("x", "_"): value
            for name, value in self.outputs.items()
            if name.startswith("ROLECALL")
        }
        check_equal(variables["ROLECALL_STACK"], STACK, "the stack's name among the settings")
        self.function = Function("built-by-sam", self.options, self.moto.url, variables)

    def _stop_schedules(self):
        """moto sends every event to a rule that has a schedule and no pattern."""
        events = self.cloud.events
        for rule in events.list_rules()["Rules"]:
            if "EventPattern" not in rule:
                targets = events.list_targets_by_rule(Rule=rule["Name"])["Targets"]
                events.remove_targets(Rule=rule["Name"], Ids=[each["Id"] for each in targets])

    def the_built_function_answers_its_first_event(self):
        """An empty batch needs no other service."""
        check(self.function.invoke({"Records": []}) is not None, "the function answers with null")

    def an_event_on_the_default_bus_reaches_the_subscriber(self):
        """Through IamEdits."""
        self._tell(samples.event(SAMPLE), bus="default")

    def an_event_that_a_spoke_forwards_reaches_the_subscriber(self):
        """Through the hub bus and SpokeIamEdits, whose target is the same buffer."""
        event = samples.event(SAMPLE)
        event["detail"]["eventID"] = str(uuid.UUID(int=7))
        event["detail"]["requestParameters"]["roleName"] = "AWSServiceRoleForAmazonChime"
        event["detail"]["errorMessage"] = event["detail"]["errorMessage"].replace(
            "AWSServiceRoleForAmazonChimeVoiceConnector", "AWSServiceRoleForAmazonChime"
        )
        self._tell(event, bus=self.outputs["HubBus"])

    def _tell(self, event, bus):
        self._happen(event, bus)
        polled = self._poll()
        check_equal(len(polled.done), 1, "messages in the buffer, each acknowledged")
        alerts = [Alert(message) for message in self.cloud.take_all(self.alerts)]
        rules = frozenset([SAMPLE])
        check_told(alerts, {event["detail"]["eventID"]: rules}, f"what arrived by the bus {bus}")
        published = [line for line in self.function.log() if '"alert published"' in line]
        said = json.loads(published[-1])
        check_equal(
            (said["role"], said["account"], said["region"]),
            (event["detail"]["requestParameters"]["roleName"], ACCOUNT, REGION),
            "the role, account and Region in the log, which scripts/verify.sh and the dashboard read",
        )

    def ordinary_traffic_stays_on_the_bus(self):
        """A call that only reads, and an object of S3."""
        for service, name, reads in (("iam", "GetRole", True), ("s3", "PutObject", False)):
            event = samples.event(SAMPLE)
            event["source"] = "aws." + service
            event["detail"] = {
                "eventSource": service + ".amazonaws.com",
                "eventName": name,
                "eventID": str(uuid.uuid4()),
                "readOnly": reads,
                "managementEvent": service != "s3",
                "eventType": "AwsApiCall",
                "userIdentity": event["detail"]["userIdentity"],
            }
            self._happen(event, "default")
        check_equal(len(self._poll().done), 0, "messages in the buffer")

    def a_heartbeat_reaches_machines_and_no_people(self):
        """As the schedule's rule sends it, by whose ARN it is known."""
        self.cloud.sqs.send_message(
            QueueUrl=self.outputs["Buffer"],
            MessageBody=json.dumps(
                {
                    "version": "0",
                    "id": str(uuid.uuid4()),
                    "detail-type": "Scheduled Event",
                    "source": "aws.events",
                    "time": "2026-03-02T09:15:00Z",
                    "resources": [self.outputs["HeartbeatScheduleArn"]],
                    "detail": {},
                }
            ),
        )
        self._poll()
        check_equal(len(self.cloud.take_all(self.heartbeats)), 1, "heartbeats for machines")
        check_equal(len(self.cloud.take_all(self.alerts)), 0, "messages for people")
        counted = self.function.metrics()
        check_equal(count(counted, "Heartbeat"), 1, "Heartbeat")
        check_equal(count(counted, "AlertsPublished"), 2, "AlertsPublished")
        check(all(line["Stack"] == STACK for line in counted), "a metric of another stack")

    def _happen(self, event, bus):
        answer = self.cloud.events.put_events(
            Entries=[
                {
                    "EventBusName": bus,
                    "Source": event["source"],
                    "DetailType": event["detail-type"],
                    "Detail": json.dumps(event["detail"]),
                }
            ]
        )
        check_equal(answer["FailedEntryCount"], 0, f"events that the bus refused: {answer}")

    def _poll(self):
        buffer = Queue(self.outputs["Buffer"], self.outputs["BufferArn"])
        return Poller(self.cloud, buffer, self.function).until_empty()

    def close(self):
        """Ends the function."""
        if self.function:
            self.function.close()


def wanted(resource):
    """With the parameters' defaults, nothing that moto makes stands behind a condition that fails."""
    return resource.get("Condition") != "HasBatch"


def main():
    """Goes the way; the first check that fails ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--code", required=True, help="the built function: a folder with lib/")
    parser.add_argument("--template", required=True, help="the transformed template")
    parser.add_argument("--java", required=True, help="a JDK 25's java")
    parser.add_argument("--client", required=True, help="AWS's runtime interface client's jars")
    parser.add_argument("--work", required=True, help="where logs go")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    moto = Moto(options.work)
    try:
        deployed = Deployed(options, moto)
        try:
            step(deployed.the_template_makes_its_buses_rules_queues_topics_and_table)
            step(deployed.the_built_function_answers_its_first_event)
            step(deployed.an_event_on_the_default_bus_reaches_the_subscriber)
            step(deployed.an_event_that_a_spoke_forwards_reaches_the_subscriber)
            step(deployed.ordinary_traffic_stays_on_the_bus)
            step(deployed.a_heartbeat_reaches_machines_and_no_people)
        finally:
            deployed.close()
    finally:
        moto.close()


if __name__ == "__main__":
    main()
