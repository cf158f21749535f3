"""A policy in S3, and a broken one in its place."""

import json
import time

import samples
from alerts import check_own, check_told
from checks import check, check_equal
from counters import count
from stage import told_of

BUCKET, KEY = "example-policies", "rolecall/policy.yaml"
AGE = 61  # seconds; after sixty the function asks for its policy again


class Policies:
    """One bucket that keeps versions, and functions that judge by the policy in it."""

    def __init__(self, stage):
        self.stage = stage
        self.cloud = stage.cloud
        self.cloud.s3.create_bucket(Bucket=BUCKET)
        self.cloud.s3.put_bucket_versioning(
            Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"}
        )
        self._store(self._good())
        self.table = self.cloud.table("rolecall-policies")
        self.buffer, _ = self.cloud.buffer("rolecall-policies")
        self.early = self._function("early")
        self.asked = 0.0
        self.sha256 = ""

    @staticmethod
    def _good():
        with open("policies/default.yaml", encoding="utf-8") as file:
            text = file.read()
        check("\nname: default\n" in text, "the shipped policy has no line 'name: default'")
        return text.replace("\nname: default\n", "\nname: in-s3\n")

    def _store(self, text):
        self.cloud.s3.put_object(Bucket=BUCKET, Key=KEY, Body=text.encode())

    def _function(self, name):
        uri = f"s3://{BUCKET}/{KEY}"
        return self.stage.function(name, self.table, ROLECALL_POLICY_URI=uri)

    def the_policy_in_s3_judges(self):
        """Alerts name it."""
        alert = self._judge(self.early, "slr-edited", own=0, failed=0)
        self.asked = time.monotonic()
        check_equal(alert.policy()["name"], "in-s3", "the policy that judged")
        self.sha256 = alert.policy()["sha256"]

    def a_broken_policy_is_not_taken(self):
        """A process that starts when the policy in S3 is broken judges by its last good version, and
        says so."""
        self._store(self._good().replace("\nlimits:\n", "\nlimit:\n"))
        alert = self._judge(self._function("late"), "chime-slr-deleted", own=1, failed=1)
        check_equal(alert.policy()["sha256"], self.sha256, "the policy that judged")

    def a_process_that_runs_does_not_take_it_either(self):
        """It asks again after a minute, and keeps what it has; that was told already."""
        time.sleep(max(0.0, self.asked + AGE - time.monotonic()))
        alert = self._judge(self.early, "chime-slr-edit-refused--delete-role", own=0, failed=1)
        check_equal(alert.policy()["sha256"], self.sha256, "the policy that judged")

    def _judge(self, function, sample, own, failed):
        before = len(function.metrics())
        self.cloud.send(self.buffer, json.dumps(samples.event(sample)))
        _, alerts = self.stage.play_out(self.buffer, function, handed_back=0)
        told = told_of([sample])
        judged = [alert for alert in alerts if alert.event in told]
        check_told(judged, told, f"what {function.name} tells of {sample}")
        others = [alert for alert in alerts if alert.event not in told]
        check_own(others, "policy", own, f"of the broken policy, by {function.name}")
        counted = count(function.metrics()[before:], "PolicyLoadFailed")
        check_equal(counted, failed, f"PolicyLoadFailed of {function.name}")
        return judged[0]
