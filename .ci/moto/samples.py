"""The samples under events/, and what must be told of them: by the list that people wrote and by the
command line, which read the same bytes."""

import glob
import gzip
import json
import subprocess
from dataclasses import dataclass

from checks import Failed, check

EXPECTED = "src/test/resources/expected/events.txt"
EVENTBRIDGE = "events/eventbridge"
LOG_FILE = "events/log-file/111122223333_CloudTrail_us-east-1_20260302T0915Z_EXAMPLE.json"
ORDER = ["info", "low", "medium", "high", "critical"]
# What stands where a secret stood: CloudTrail's own word, and ours.
HIDDEN = ("HIDDEN_DUE_TO_SECURITY_REASONS", "REDACTED by Rolecall")
SECRET_NAMES = {"sessionToken", "joinToken", "secretAccessKey", "password"}


@dataclass(frozen=True)
class Told:
    """What is told of one event."""

    rules: frozenset
    severity: str
    categories: frozenset  # of the gravest rules


def events():
    """The EventBridge samples, those that stay quiet too, in the order in which they happened."""
    read = []
    for path in glob.glob(EVENTBRIDGE + "/*.json"):
        with open(path, encoding="utf-8") as file:
            read.append(json.load(file))
    check(read, f"there is no sample in {EVENTBRIDGE}")
    return sorted(read, key=lambda event: (event["time"], event["detail"]["eventID"]))


def event(name):
    """One EventBridge sample by the name of its file."""
    with open(f"{EVENTBRIDGE}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def expected(under):
    """By event id, the rules that are told of the samples under a path, as people worked it out."""
    told = {}
    with open(EXPECTED, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(under):
                continue
            _, _, event_id, what = line.split()
            if what not in ("quiet", "skipped") and ":" not in what:
                told[event_id] = frozenset(what.split(","))
    check(told, f"{EXPECTED} tells nothing of {under}")
    return told


def scan(path):
    """By event id, what ./rolecall scan tells of a path."""
    run = subprocess.run(
        ["./rolecall", "scan", "--quiet", "--format", "jsonl", path],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if run.returncode not in (0, 1):
        raise Failed(f"./rolecall scan {path} ended with {run.returncode}: {run.stderr[:500]}")
    rows = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        rows.setdefault(row["event"]["id"], []).append(row)
    return {event_id: _told(of_event) for event_id, of_event in rows.items()}


def _told(rows):
    gravest = max((row["severity"] for row in rows), key=ORDER.index)
    return Told(
        frozenset(row["rule"] for row in rows),
        gravest,
        frozenset(row["category"] for row in rows if row["severity"] == gravest),
    )


def rules(told):
    """Only the rules of what a scan tells."""
    return {event_id: each.rules for event_id, each in told.items()}


def write_log_file(path, filling):
    """Writes a log file as CloudTrail delivers it: the sample's records, and so many records among
    them that concern no rule. Returns how many records it holds."""
    with open(LOG_FILE, encoding="utf-8") as file:
        records = json.load(file)["Records"]
    quiet = next(record for record in records if record["eventName"].startswith("Describe"))
    half = len(records) // 2
    among = [
        {**quiet, "eventID": f"e0000000-0000-4000-9000-{number:012d}"} for number in range(filling)
    ]
    whole = records[:half] + among + records[half:]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump({"Records": whole}, file, separators=(",", ":"))
    return len(whole)


def secrets():
    """Every secret that stands in a sample."""
    found = set()
    for path in glob.glob("events/*/*.json"):
        with open(path, encoding="utf-8") as file:
            found |= secrets_in(json.load(file))
    check(found, "no sample holds a secret, so nothing is shown of secrets")
    return found


def secrets_in(value):
    """The secrets in a record or anything else of JSON, by the names of members."""
    if isinstance(value, list):
        return set().union(*map(secrets_in, value))
    if not isinstance(value, dict):
        return set()
    found = set().union(*map(secrets_in, value.values()))
    for name in SECRET_NAMES & set(value):
        if isinstance(value[name], str) and value[name] not in HIDDEN:
            found.add(value[name])
    return found
