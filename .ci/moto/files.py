"""Log files in S3, and the notices of them."""

import os

import samples
from alerts import check_own, check_told, shown
from checks import check, check_equal
from counters import count

BUCKET = "example-trail"
# With characters that a notice writes otherwise.
PREFIX = "trail one+two/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/02/"
FILLING = 5000


class Files:
    """Bucket, notice, buffer, function, topic."""

    def __init__(self, stage, function):
        self.stage = stage
        self.cloud = stage.cloud
        self.function = function
        self.buffer, self.dead = self.cloud.buffer("rolecall-files")
        self.cloud.s3.create_bucket(Bucket=BUCKET)
        notices = {"QueueArn": self.buffer.arn, "Events": ["s3:ObjectCreated:*"]}
        self.cloud.s3.put_bucket_notification_configuration(
            Bucket=BUCKET, NotificationConfiguration={"QueueConfigurations": [notices]}
        )

    def a_test_event_of_s3_passes_in_silence(self):
        """S3 says once that its notices arrive; no record came."""
        check_equal(self.cloud.depth(self.buffer), (1, 0), "S3's test event in the buffer")
        polled, alerts = self.stage.play_out(self.buffer, self.function, handed_back=0)
        check_equal(len(polled.done), 1, "test events acknowledged")
        check_own(alerts, "input", 0, "of the test event")
        received = count(self.function.metrics(), "RecordsReceived")
        check_equal(received, 0, "records in a test event")

    def log_files_are_read_from_s3(self):
        """A notice of a log file makes the function read it."""
        name = os.path.basename(samples.LOG_FILE) + ".gz"
        path = os.path.join(self.stage.options.work, name)
        records = samples.write_log_file(path, FILLING)
        expected = samples.expected(samples.LOG_FILE + " ")
        scanned = samples.rules(samples.scan(path))
        check_equal(shown(scanned), shown(expected), "what scan tells of the log file")
        before = len(self.function.metrics())
        self.cloud.s3.upload_file(path, BUCKET, PREFIX + name)
        polled, alerts = self.stage.play_out(self.buffer, self.function, handed_back=0)
        check_equal(len(polled.done), 1, "notices acknowledged")
        check_told(alerts, expected, "what arrived of the log file")
        received = count(self.function.metrics()[before:], "RecordsReceived")
        check_equal(received, records, "records of the log file")

    def a_log_file_that_is_gone_is_told_once(self):
        """Its notice comes back and ends in the dead-letter queue."""
        gone = PREFIX + "gone.json.gz"
        self.cloud.s3.put_object(Bucket=BUCKET, Key=gone, Body=b"")
        self.cloud.s3.delete_object(Bucket=BUCKET, Key=gone)
        _, alerts = self.stage.play_out(self.buffer, self.function, handed_back=1)
        check_own(alerts, "input", 1, "of the file that is gone")
        dead = [message["Body"] for message in self.cloud.take_all(self.dead)]
        check_equal(len(dead), 1, f"dead letters {dead}")
        check("gone.json.gz" in dead[0], f"another message is dead: {dead[0]}")
