"""The topic's subscribers, and the alerts that reach them."""

import json
import time

import samples
from checks import check, check_equal, check_no_secret
from runtime import ACCOUNT, REGION, SECRET_KEY, SESSION_TOKEN

TOPIC = "rolecall-alerts"
TOPIC_ARN = f"arn:aws:sns:{REGION}:{ACCOUNT}:{TOPIC}"
GRAVE = ["high", "critical"]
CATEGORY = "service-linked-role"
LATE = "moto's DynamoDB failed, or did not answer within a second, as on a machine that is too busy"


class Alert:
    """One message of the topic, as a queue got it: raw, or inside of SNS's own envelope."""

    def __init__(self, message):
        self.text = message["Body"]
        whole = json.loads(self.text)
        if whole.get("Type") == "Notification":
            self.attributes = {k: v["Value"] for k, v in whole["MessageAttributes"].items()}
            self.subject = whole["Subject"]
            self.finding = json.loads(whole["Message"])
        else:
            sent = message["MessageAttributes"]
            self.attributes = {name: value["StringValue"] for name, value in sent.items()}
            self.finding = whole
        self.event = self.finding["metadata"]["original_event_uid"]
        info = self.finding["finding_info"]
        self.gravest = info["analytic"]["uid"]
        related = [analytic["uid"] for analytic in info["related_analytics"]]
        self.rules = frozenset([self.gravest, *related])
        check_equal(len(self.rules), 1 + len(related), f"rules named twice in {self.text}")

    def key(self):
        """What tells it from other alerts."""
        return self.event, self.rules

    def policy(self):
        """The policy that it says it was judged by."""
        return self.finding["unmapped"]["policy"]

    def __str__(self):
        return f"{self.event}: {', '.join(sorted(self.rules))} ({self.attributes.get('category')})"


class Subscribers:
    """Three queues that subscribe to the topic: to everything, to what is grave, to one category.
    The second gets messages in SNS's envelope, the others raw."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.secrets = samples.secrets() | {SECRET_KEY, SESSION_TOKEN}
        self.begin = time.time()
        self.everything = cloud.queue("everything")
        self.grave = cloud.queue("grave")
        self.category = cloud.queue("category")
        self.published = 0
        self.subscribe()

    def subscribe(self):
        """Makes the topic, and subscribes."""
        arn = self.cloud.sns.create_topic(Name=TOPIC)["TopicArn"]
        check_equal(arn, TOPIC_ARN, "the topic's ARN")
        self._subscribe(self.everything, {"RawMessageDelivery": "true"})
        self._subscribe(self.grave, {"FilterPolicy": json.dumps({"severity": GRAVE})})
        self._subscribe(
            self.category,
            {
                "RawMessageDelivery": "true",
                "FilterPolicy": json.dumps({"category": [CATEGORY]}),
            },
        )

    def _subscribe(self, queue, attributes):
        self.cloud.sns.subscribe(
            TopicArn=TOPIC_ARN, Protocol="sqs", Endpoint=queue.arn, Attributes=attributes
        )

    def take(self):
        """Every alert since the last time. The filtering queues must have got exactly those of them
        that they asked for."""
        alerts = self._take(self.everything)
        self.published += len(alerts)
        for alert in alerts:
            self._check(alert)
        self._check_filter(
            self.grave, [alert for alert in alerts if alert.attributes["severity"] in GRAVE]
        )
        self._check_filter(
            self.category, [alert for alert in alerts if alert.attributes["category"] == CATEGORY]
        )
        return alerts

    def _take(self, queue):
        messages = self.cloud.take_all(queue)
        for message in messages:
            check_no_secret(message["Body"], self.secrets, "a message of the topic")
        return [Alert(message) for message in messages]

    def _check_filter(self, queue, wanted):
        found = self._take(queue)
        check_equal(
            sorted(map(str, found)), sorted(map(str, wanted)), f"what the filter let to {queue.arn}"
        )

    def _check(self, alert):
        finding = alert.finding
        check_equal(finding["class_uid"], 2004, f"class_uid of {alert}")
        check(
            self.begin * 1000 - 1 <= finding["time"] <= time.time() * 1000 + 1,
            f"time of {alert} is {finding['time']}, which is not in milliseconds within this run",
        )
        check_equal(
            set(alert.attributes),
            {"severity", "rule", "category", "account", "region"},
            f"the attributes of {alert}",
        )
        check_equal(alert.attributes["rule"], alert.gravest, f"the attribute rule of {alert}")
        check_equal(
            alert.attributes["severity"], finding["severity"].lower(), f"severity of {alert}"
        )
        check_equal(len(alert.policy()["sha256"]), 64, f"the policy's hash in {alert}")
        check("could not be checked" not in alert.text, f"{LATE}: {alert.text}")


def shown(told):
    """For messages and comparison: each event with its rules."""
    return {f"{event}: {', '.join(sorted(rules))}" for event, rules in told.items()}


def check_told(alerts, wanted, what):
    """Each event in one alert, with exactly its rules."""
    found = dict(alert.key() for alert in alerts)
    check_equal(shown(found), shown(wanted), what)
    check_equal(len(alerts), len(wanted), f"{what}: alerts, one for each event")


def check_own(alerts, category, count, what):
    """Only alerts about the monitor's own input, of one category."""
    check_equal(len(alerts), count, f"{what}: alerts {[str(alert) for alert in alerts]}")
    for alert in alerts:
        check_equal(alert.rules, frozenset(["not-judged"]), f"{what}: the rule of {alert}")
        wanted = {
            "severity": "medium",
            "rule": "not-judged",
            "category": category,
            "account": ACCOUNT,
            "region": REGION,
        }
        check_equal(alert.attributes, wanted, f"{what}: the attributes of {alert}")
