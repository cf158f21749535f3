"""Plays AWS's part around the packaged function: moto is EventBridge, SQS, SNS, S3 and DynamoDB, and
this program is Lambda. Started by .ci/moto.sh."""

import argparse
import signal
import sys
import time

from alerts import Subscribers
from bus import Bus
from checks import Failed, check_equal
from cloud import Cloud, Moto
from counters import check_log, count
from failures import Failures
from files import Files
from policies import Policies
from stage import Stage


def main():
    """Plays all scenarios; the first check that fails ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--code", required=True, help="the packaged function: a folder with lib/")
    parser.add_argument("--java", required=True, help="a JDK 25's java")
    parser.add_argument("--client", required=True, help="AWS's runtime interface client's jars")
    parser.add_argument("--work", required=True, help="where logs go")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    moto = Moto(options.work)
    try:
        cloud = Cloud(moto)
        stage = Stage(options, moto, cloud, Subscribers(cloud))
        try:
            play(stage)
        finally:
            stage.close()
    finally:
        moto.close()


def play(stage):
    """Plays one scenario after the other, and then reads the logs."""
    policies = Policies(stage)
    step(policies.the_policy_in_s3_judges)
    step(policies.a_broken_policy_is_not_taken)
    bus = Bus(stage)
    step(bus.every_sample_is_told_as_expected)
    step(bus.nothing_is_told_twice)
    failures = Failures(stage)
    files = Files(stage, failures.function)
    step(files.a_test_event_of_s3_passes_in_silence)
    step(files.log_files_are_read_from_s3)
    step(files.a_log_file_that_is_gone_is_told_once)
    step(failures.only_what_cannot_be_read_comes_back)
    step(failures.nothing_is_lost_while_the_topic_is_gone)
    step(policies.a_process_that_runs_does_not_take_it_either)
    step(lambda: read_logs(stage), "every line of the logs is json and the counters add up")


def read_logs(stage):
    """Every line of every log, and what was published against what arrived."""
    published = 0
    for function in stage.functions:
        check_log(function, stage.subscribers.secrets)
        published += count(function.metrics(), "AlertsPublished")
    check_equal(published, stage.subscribers.published, "AlertsPublished, against what arrived")


def step(work, sentence=None):
    """Does one step and says how long it took, or what is wrong."""
    sentence = sentence or work.__name__.replace("_", " ")
    start = time.monotonic()
    try:
        work()
    except Failed as failed:
        print(f"moto: FAILED: {sentence}\n  {failed}\n  Logs are in target/moto.", file=sys.stderr)
        sys.exit(1)
    print(f"moto: {sentence} ({time.monotonic() - start:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
