"""What is asked of a peer, and which figures come back: a measurement is a dictionary of numbers."""
import json
import time

from . import machine

PAUSE = 1    # after warming up: the just-in-time compiler works on what it has seen, first to count, then to be fast


class Connections:
    """So many connections of kernel clients, 256 at a time from one thread."""

    CONCURRENCY = 256
    WARMING = 30_000
    LONGEST = 60
    heading = "connections/s"

    def __init__(self, name, title, port, count, connbench):
        self.name, self.title, self.port, self.count, self.program = name, title, port, count, connbench

    def measure(self, server):
        for _ in range(2):
            self._run(server, self.WARMING)
            time.sleep(PAUSE)
        with machine.Stretch(server.pid) as stretch:
            figures = self._run(server, self.count)
        latency = figures.get("done_us", figures["connect_us"])
        return {
            "rate": figures["conns_per_s"],
            "p50_ms": latency["p50"] / 1000, "p99_ms": latency["p99"] / 1000, "p99.9_ms": latency["p99.9"] / 1000,
            **_costs(stretch, figures["completed"], server),
            "failed": figures["failed"] + figures["unfinished"],
        }

    def _run(self, server, count):
        return json.loads(server.client(self.program, "--mode", self.name, "--close", "fin", "--target", f"10.77.0.0/16:{self.port}",
                                        "--concurrency", self.CONCURRENCY, "--conns", count, "--max-seconds", self.LONGEST))


class Flood:
    """SYNs from invented addresses, more than any peer can take: how many get a SYN-ACK. What is not taken dies in the device's queue."""

    heading = "answered/s"
    name, title = "flood", "SYN flood: SYNs that were answered"

    def __init__(self, rate, seconds, synflood):
        self.rate, self.seconds, self.program = rate, seconds, synflood

    def measure(self, server):
        for _ in range(2):
            self._run(server, 1)
            time.sleep(PAUSE)
        with machine.Stretch(server.pid) as stretch:
            figures = self._run(server, self.seconds)
        return {
            "rate": figures["synack_unique"] / figures["send_seconds"],
            **_costs(stretch, figures["synack_unique"], server),
            "sent_rate": figures["sent_pps"],
            "failed": 0,
        }

    def _run(self, server, seconds):
        return json.loads(server.client(self.program, "--pps", self.rate, "--seconds", seconds, "--src", "10.80.0.0/12", "--dst", "10.77.0.0/16:7"))


def _costs(stretch, count, server):
    seconds = {"server_us": stretch.server, "both_ends_us": stretch.both_ends, "machine_us": stretch.machine}
    each = {name: value / count * 1e6 for name, value in seconds.items()} if count else {}
    return each | {"resident_mb": machine.resident_megabytes(server.pid), "others": stretch.others}
