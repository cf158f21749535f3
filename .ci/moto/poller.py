"""Lambda's SQS poller (event source mapping) with partial batch responses."""

from dataclasses import dataclass, field

from checks import Failed, check, check_equal
from runtime import REGION

BATCH = 10
MOST_ROUNDS = 200


@dataclass
class Polled:
    """What became of the messages."""

    rounds: int = 0
    handed_back: dict = field(default_factory=dict)  # how often, by message id
    done: set = field(default_factory=set)


class Poller:
    """Takes messages out of a buffer, gives them to a function, and deletes what it does not hand
    back. See https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html"""

    def __init__(self, cloud, buffer, function):
        self.cloud = cloud
        self.buffer = buffer
        self.function = function
        self.held = []

    def until_empty(self):
        """Goes on until the buffer is empty; what always comes back leaves it for the dead-letter
        queue."""
        polled = Polled()
        while self._round(polled):
            check(
                polled.rounds < MOST_ROUNDS,
                f"the buffer {self.buffer.arn} is not empty after {MOST_ROUNDS} invocations",
            )
        check_equal(self.cloud.depth(self.buffer), (0, 0), f"messages left in {self.buffer.arn}")
        return polled

    def once_over(self, count):
        """Polls until so many messages were received, each once."""
        polled = Polled()
        while len(polled.done) + len(polled.handed_back) < count:
            check(self._round(polled, at_once=False), f"fewer than {count} messages came")
        for handle in self.held:
            self._make_visible(handle)
        self.held = []
        return polled

    def _round(self, polled, at_once=True):
        answer = self.cloud.sqs.receive_message(
            QueueUrl=self.buffer.url,
            MaxNumberOfMessages=BATCH,
            VisibilityTimeout=360,
            AttributeNames=["All"],
            MessageAttributeNames=["All"],
        )
        messages = answer.get("Messages", [])
        if not messages:
            return False
        polled.rounds += 1
        failed = self._failed(messages)
        for message in messages:
            name, handle = message["MessageId"], message["ReceiptHandle"]
            if name not in failed:
                self.cloud.sqs.delete_message(QueueUrl=self.buffer.url, ReceiptHandle=handle)
                polled.done.add(name)
                continue
            polled.handed_back[name] = polled.handed_back.get(name, 0) + 1
            if at_once:
                self._make_visible(handle)
            else:
                self.held.append(handle)
        return True

    def _failed(self, messages):
        response = self.function.invoke({"Records": [self._record(each) for each in messages]})
        if set(response) != {"batchItemFailures"}:
            raise Failed(f"the function's answer is not that to a batch of SQS: {response}")
        failed = [failure["itemIdentifier"] for failure in response["batchItemFailures"]]
        strangers = set(failed) - {message["MessageId"] for message in messages}
        # Lambda takes a batch with a stranger in the answer for wholly failed.
        check(not strangers, f"the function hands back messages that it did not get: {strangers}")
        return set(failed)

    def _record(self, message):
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message["Attributes"],
            "messageAttributes": {},
            "md5OfBody": message["MD5OfBody"],
            "eventSource": "aws:sqs",
            "eventSourceARN": self.buffer.arn,
            "awsRegion": REGION,
        }

    def _make_visible(self, handle):
        self.cloud.sqs.change_message_visibility(
            QueueUrl=self.buffer.url, ReceiptHandle=handle, VisibilityTimeout=0
        )
