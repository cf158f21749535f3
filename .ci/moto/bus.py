"""The samples through EventBridge's bus, once and again."""

import json
import time

import samples
from alerts import CATEGORY, GRAVE, check_told, shown
from checks import check, check_equal
from counters import count


class Bus:
    """Bus, rule, buffer, function, topic."""

    def __init__(self, stage):
        self.stage = stage
        self.cloud = stage.cloud
        self.table = self.cloud.table("rolecall-bus")
        self.buffer, _ = self.cloud.buffer("rolecall-buffer")
        self.cloud.rule_to(self.buffer)
        self.first = stage.function("first", self.table)
        self.told = 0

    def every_sample_is_told_as_expected(self):
        """What people expect, what the command line says of the same records and what arrives are
        the same."""
        scanned = samples.scan(samples.EVENTBRIDGE)
        expected = samples.expected(samples.EVENTBRIDGE + "/")
        check_equal(shown(samples.rules(scanned)), shown(expected), "what scan tells")
        events = samples.events()
        self.cloud.happen(events)
        polled, alerts = self.stage.play_out(self.buffer, self.first, handed_back=0)
        check_equal(len(polled.done), len(events), "messages acknowledged")
        check_told(alerts, expected, "what arrived of the samples")
        for alert in alerts:
            self._check_sample(alert, scanned[alert.event])
        self._check_both_sides_of_the_filters(alerts)
        counted = self.first.metrics()
        check_equal(count(counted, "RecordsReceived"), len(events), "RecordsReceived")
        check_equal(count(counted, "RecordsAlerted"), len(expected), "RecordsAlerted")
        self.told = len(expected)

    @staticmethod
    def _check_sample(alert, told):
        check_equal(alert.attributes["severity"], told.severity, f"severity of {alert}")
        check(alert.attributes["category"] in told.categories, f"the category of {alert}")
        records = [evidence["data"] for evidence in alert.finding["evidences"]]
        records = [json.loads(one) if isinstance(one, str) else one for one in records]
        check_equal([one["eventID"] for one in records], [alert.event], f"evidence of {alert}")
        place = {"account": records[0]["recipientAccountId"], "region": records[0]["awsRegion"]}
        check(place.items() <= alert.attributes.items(), f"{alert} is not of {place}")
        check_equal(samples.secrets_in(records), set(), f"secrets in the evidence of {alert}")

    @staticmethod
    def _check_both_sides_of_the_filters(alerts):
        for name, passing in (("severity", GRAVE), ("category", [CATEGORY])):
            passed = sum(alert.attributes[name] in passing for alert in alerts)
            check(0 < passed < len(alerts), f"the samples do not try the filter by {name}")

    def nothing_is_told_twice(self):
        """The same events again, to the same process and to another one with the same table."""
        self._again(self.first)
        self._again(self.stage.function("second", self.table))
        items = self.cloud.items(self.table)
        check(len(items) > self.told, f"the table holds only {len(items)} items")
        now = time.time()
        for item in items:
            expires = item.get("expires", {}).get("N", "0")
            check(int(expires) > now, f"the item {item} expires in the past, or never")

    def _again(self, function):
        before = len(function.metrics())
        events = samples.events()
        self.cloud.happen(events)
        _, alerts = self.stage.play_out(self.buffer, function, handed_back=0)
        check_equal([str(one) for one in alerts], [], f"told again by {function.name}")
        counted = function.metrics()[before:]
        check_equal(count(counted, "RecordsReceived"), len(events), "RecordsReceived")
        check_equal(count(counted, "RecordsRepeated"), self.told, "RecordsRepeated")
        check_equal(count(counted, "AlertsPublished"), 0, "AlertsPublished")
