"""AWS as moto plays it, and the resources that the deployment would make there."""

import json
import os
import re
import subprocess
import time
from dataclasses import dataclass

import boto3
from botocore.config import Config
from checks import Failed, check, check_equal
from runtime import ACCOUNT, REGION


class Moto:
    """A moto server on a free port of this machine."""

    def __init__(self, work):
        self.log_path = os.path.join(work, "moto.log")
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [os.path.join(work, "venv", "bin", "moto_server"), "-H", "127.0.0.1", "-p", "0"],
                env={**os.environ, "MOTO_ACCOUNT_ID": ACCOUNT, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = self._address()

    def _address(self):
        """The server says in its log which port it got."""
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            with open(self.log_path, encoding="utf-8") as log:
                found = re.search(r"Running on (http://127\.0\.0\.1:[1-9][0-9]*)", log.read())
            if found:
                return found.group(1)
            time.sleep(0.1)
        with open(self.log_path, encoding="utf-8") as log:
            raise Failed(f"moto_server did not start: {log.read()[-1000:]}")

    def client(self, service):
        """A client of one service."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id="AKIAEXAMPLE000000001",
            aws_secret_access_key="EXAMPLE-KEY-of-the-driver",
            config=Config(retries={"max_attempts": 1}, proxies={}),
        )

    def close(self):
        """Ends the server."""
        self.process.terminate()
        self.process.wait()


@dataclass(frozen=True)
class Queue:
    """A queue by its two names."""

    url: str
    arn: str


class Cloud:
    """The clients, and what is made with them."""

    def __init__(self, moto):
        self.sqs = moto.client("sqs")
        self.sns = moto.client("sns")
        self.s3 = moto.client("s3")
        self.events = moto.client("events")
        self.dynamodb = moto.client("dynamodb")

    def queue(self, name, attributes=None):
        """Makes a queue."""
        url = self.sqs.create_queue(QueueName=name, Attributes=attributes or {})["QueueUrl"]
        arn = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        return Queue(url, arn["Attributes"]["QueueArn"])

    def buffer(self, name):
        """Makes a buffer and its dead-letter queue, which gets what came three times."""
        dead = self.queue(name + "-dead")
        redrive = json.dumps({"deadLetterTargetArn": dead.arn, "maxReceiveCount": 3})
        attributes = {"RedrivePolicy": redrive, "VisibilityTimeout": "360"}
        return self.queue(name, attributes), dead

    def table(self, name):
        """Makes the table that remembers what was told, with its time to live."""
        self.dynamodb.create_table(
            TableName=name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "S"},
            ],
            KeySchema=[
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"},
            ],
        )
        self.dynamodb.update_time_to_live(
            TableName=name,
            TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"},
        )
        ttl = self.dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
        check_equal(
            (ttl["TimeToLiveStatus"], ttl["AttributeName"]),
            ("ENABLED", "expires"),
            f"the time to live of the table {name}",
        )
        return name

    def items(self, table):
        """Every item of a table."""
        pages = self.dynamodb.get_paginator("scan").paginate(TableName=table, ConsistentRead=True)
        return [item for page in pages for item in page["Items"]]

    def rule_to(self, queue):
        """Sends whatever AWS's services say on the default bus to a queue, and nothing else."""
        self.events.put_rule(Name="rolecall", EventPattern='{"source":[{"prefix":"aws."}]}')
        self.events.put_targets(Rule="rolecall", Targets=[{"Id": "buffer", "Arn": queue.arn}])

    def happen(self, events):
        """Puts samples on the default bus, in their order."""
        for start in range(0, len(events), 10):
            answer = self.events.put_events(
                Entries=[
                    {
                        "Source": event["source"],
                        "DetailType": event["detail-type"],
                        "Time": event["time"],
                        "Resources": event["resources"],
                        "Detail": json.dumps(event["detail"]),
                    }
                    for event in events[start : start + 10]
                ]
            )
            check_equal(answer["FailedEntryCount"], 0, f"events that the bus refused: {answer}")

    def send(self, queue, body):
        """Sends a message and returns its id."""
        return self.sqs.send_message(QueueUrl=queue.url, MessageBody=body)["MessageId"]

    def depth(self, queue):
        """How many messages are in a queue: those to be had, and those in somebody's hands."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        answer = self.sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=names)
        return tuple(int(answer["Attributes"][name]) for name in names)

    def take_all(self, queue):
        """Takes everything out of a queue."""
        taken = []
        while messages := self.sqs.receive_message(
            QueueUrl=queue.url,
            MaxNumberOfMessages=10,
            AttributeNames=["All"],
            MessageAttributeNames=["All"],
        ).get("Messages"):
            for message in messages:
                self.sqs.delete_message(
                    QueueUrl=queue.url, ReceiptHandle=message["ReceiptHandle"]
                )
            taken += messages
        check(self.depth(queue) == (0, 0), f"the queue {queue.arn} is not empty after all")
        return taken
