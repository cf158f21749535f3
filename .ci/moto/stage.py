"""What the scenarios share: one moto server, one topic with its subscribers, and the functions."""

from dataclasses import dataclass, field

import samples
from alerts import TOPIC_ARN, Subscribers
from checks import check
from cloud import Cloud, Moto
from poller import Poller
from runtime import Function


@dataclass
class Stage:
    """Where scenarios are played."""

    options: object
    moto: Moto
    cloud: Cloud
    subscribers: Subscribers
    functions: list = field(default_factory=list)

    def function(self, name, table, **variables):
        """Starts a function that remembers in a table."""
        variables = {"ROLECALL_TOPIC_ARN": TOPIC_ARN, "ROLECALL_TABLE_NAME": table, **variables}
        function = Function(name, self.options, self.moto.url, variables)
        self.functions.append(function)
        return function

    def play_out(self, buffer, function, handed_back):
        """Polls a buffer until it is empty, and takes the alerts that came of it. Checks how many
        messages were handed back for good; each of them three times."""
        polled = Poller(self.cloud, buffer, function).until_empty()
        returns = sorted(polled.handed_back.values())
        check(
            returns == [3] * handed_back,
            f"wanted {handed_back} messages handed back, each three times; function {function.name}"
            f" handed back {len(returns)}, so often: {returns}. {function.complaints()}",
        )
        return polled, self.subscribers.take()

    def close(self):
        """Ends the functions."""
        for function in self.functions:
            function.close()


def told_of(names):
    """By event id, the rules that are told of EventBridge samples, given by their files' names."""
    told = {}
    for name in names:
        told.update(samples.expected(f"{samples.EVENTBRIDGE}/{name}.json "))
    return told
