"""What cannot be read, and alerts that cannot go out."""

import json

import samples
from alerts import TOPIC_ARN, check_own, check_told
from checks import check_equal
from counters import count
from poller import Poller
from stage import told_of

GOOD = ["root-task-session", "trail-weakened", "chime-service-role"]
# SQS takes no message that is empty.
RUBBISH = ['{"detail":{"eventName":"AssumeRole"', "rubbish", " ", "rubbish", '{"a":"letter"}']
# None of them lies in the quiet window of another, or of those above.
ALERTING = [
    "chime-slr-deleted",
    "chime-slr-edit-refused",
    "chime-slr-created",
    "chime-full-access",
    "chime-call-by-root",
    "root-took-credentials",
    "service-linked-role-taken",
    "slr-edited",
    "slr-lookalike",
    "trust-opened-to-anyone",
    "record-omitted",
    "monitor-changed",
]


class Failures:
    """Buffer, function, topic."""

    def __init__(self, stage):
        self.stage = stage
        self.cloud = stage.cloud
        self.buffer, self.dead = self.cloud.buffer("rolecall-mixed")
        self.function = stage.function("mixed", self.cloud.table("rolecall-mixed"))

    def only_what_cannot_be_read_comes_back(self):
        """Of events and rubbish in one batch, events are told and gone; rubbish is told once for each
        message, however often it returns, and ends in the dead-letter queue."""
        for name in GOOD:
            self.cloud.send(self.buffer, json.dumps(samples.event(name)))
        sent = {self.cloud.send(self.buffer, body): body for body in RUBBISH}
        before = len(self.function.metrics())
        polled, alerts = self.stage.play_out(self.buffer, self.function, len(RUBBISH))
        check_equal(set(polled.handed_back), set(sent), "messages handed back")
        check_equal(len(polled.done), len(GOOD), "events acknowledged")
        told = told_of(GOOD)
        check_told([one for one in alerts if one.event in told], told, "the events among rubbish")
        own = [one for one in alerts if one.event not in told]
        check_own(own, "input", len(RUBBISH), "of rubbish, one for each message")
        check_equal(len({one.event for one in own}), len(RUBBISH), "different alerts of rubbish")
        dead = {one["MessageId"]: one["Body"] for one in self.cloud.take_all(self.dead)}
        check_equal(dead, sent, "what lies in the dead-letter queue")
        counted = count(self.function.metrics()[before:], "RecordsFailed")
        check_equal(counted, 3 * len(RUBBISH), "RecordsFailed")

    def nothing_is_lost_while_the_topic_is_gone(self):
        """Without a topic every message that alerts comes back; with one again, all is told."""
        for name in ALERTING:
            self.cloud.send(self.buffer, json.dumps(samples.event(name)))
        self.cloud.sns.delete_topic(TopicArn=TOPIC_ARN)
        before = len(self.function.metrics())
        poller = Poller(self.cloud, self.buffer, self.function)
        for _ in range(2):
            polled = poller.once_over(len(ALERTING))
            check_equal(len(polled.handed_back), len(ALERTING), "messages handed back")
        failed = count(self.function.metrics()[before:], "AlertPublishFailed")
        check_equal(failed, 2 * len(ALERTING), "AlertPublishFailed")
        check_equal(self.cloud.depth(self.buffer), (len(ALERTING), 0), "messages in the buffer")
        self.stage.subscribers.subscribe()
        early = [str(alert) for alert in self.stage.subscribers.take()]
        check_equal(early, [], "alerts of the time without a topic")
        _, alerts = self.stage.play_out(self.buffer, self.function, handed_back=0)
        check_told(alerts, told_of(ALERTING), "what arrives once there is a topic again")
        check_equal(self.cloud.depth(self.dead), (0, 0), "the dead-letter queue")
