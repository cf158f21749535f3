"""What the function's logs must satisfy."""

import json

from checks import check, check_equal, check_no_secret

PARTS = ["Ignored", "Allowed", "Observed", "Alerted", "Repeated", "Failed"]


def count(lines, name):
    """A counter over some lines."""
    return sum(line.get(name, 0) for line in lines)


def check_balance(line, where):
    """Each record that came in ended in exactly one way."""
    parts = sum(line[f"Records{part}"] for part in PARTS)
    check_equal(parts, line["RecordsReceived"], f"{where}: the sum of Records* in {line}")


def check_metric_line(line, where):
    """CloudWatch takes a metric only when the line declares it, and with the alarms' dimensions."""
    [directive] = line["_aws"]["CloudWatchMetrics"]
    check_equal(directive["Namespace"], "Rolecall", f"{where}: the namespace")
    check_equal(directive["Dimensions"], [["Stack"]], f"{where}: the dimensions")
    check_equal(line["Stack"], "rolecall", f"{where}: the dimension's value")
    declared = {metric["Name"] for metric in directive["Metrics"]}
    check_equal(declared, set(line) - {"_aws", "Stack"}, f"{where}: the metrics declared in {line}")


def check_log(function, secrets):
    """Every line is one JSON object, no line holds a secret, and the counters add up."""
    lines = function.log()
    check(lines, f"the log of {function.name} is empty")
    for line in lines:
        check_no_secret(line, secrets, f"the log of {function.name}")
        try:
            whole = json.loads(line)
        except ValueError:
            whole = None
        check(isinstance(whole, dict), f"no JSON object in the log of {function.name}: {line[:300]}")
        check(
            "_aws" in whole or {"timestamp", "level", "message"} <= set(whole),
            f"a line of another form in the log of {function.name}: {line[:300]}",
        )
    for line in function.metrics():
        check_metric_line(line, function.name)
        if "RecordsReceived" in line:
            check_balance(line, function.name)
    check_equal(
        count(function.metrics(), "StoreUnavailable"), 0, f"{function.name}: StoreUnavailable"
    )
