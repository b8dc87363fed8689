"""Servers that are measured, each in a network namespace of its own."""
import itertools
import os
import subprocess
import tempfile
import threading

DEVICE = "pt0"
NETWORK = "10.77.0.0/16"
CLIENT = "10.76.0.1"
SECONDS_TO_START = 15
SECONDS_TO_STOP = 10
SETTINGS = {
    "ip_local_port_range": "1024 65535",
    "tcp_max_tw_buckets": 1_000_000,        # beyond, clients skip TIME-WAIT and have less to do
    "ip_forward": 1,                        # a flood comes from addresses that are routed
    "conf/all/rp_filter": 0,
    "conf/default/rp_filter": 0,
}
_numbers = itertools.count()


class Peer:
    """A program of the benchmark's contract: `PROGRAM --tun NAME` makes the device, prints READY and serves 10.77.0.0/16 until SIGTERM.

    Port 7 echoes, port 9 accepts and closes. Who starts it brings the device up and routes to it.
    """

    def __init__(self, name, program, *options, note=None):
        self.name, self.program, self.options, self.note = name, program, options, note

    def absence(self):
        """Why it cannot take part, or nothing."""
        return None if os.access(self.program, os.X_OK) else f"no program {self.program}"


class Running:
    """A peer between start and end: a `with` block. Its clients run in its namespace."""

    def __init__(self, peer):
        self.peer = peer
        self.namespace = f"bench-{os.getpid()}-{next(_numbers)}"
        self.process = None

    def __enter__(self):
        self.ip("netns", "add", self.namespace)
        try:
            self._prepare()
            self._start()
            self._route()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process.stdout.close()
        self.ip("netns", "delete", self.namespace)

    @property
    def pid(self):
        return self.process.pid

    def client(self, *command):
        """Runs a client to its end and returns what it printed; its exit status says whether connections failed, which its figures say, too."""
        words = ["ip", "netns", "exec", self.namespace, *map(str, command)]
        result = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if not result.stdout:
            raise RuntimeError(f"{self.peer.name}: {' '.join(words)}: {result.stderr.strip()}")
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.peer.name} ended during the measurement")
        return result.stdout

    def ip(self, *words):
        return subprocess.run(["ip", *words], check=True, stdout=subprocess.PIPE, text=True).stdout

    def _prepare(self):
        self.ip("-n", self.namespace, "link", "set", "lo", "up")
        self.ip("-n", self.namespace, "address", "add", f"{CLIENT}/32", "dev", "lo")
        writes = "; ".join(f"echo '{value}' > /proc/sys/net/ipv4/{name}" for name, value in SETTINGS.items())
        self.ip("netns", "exec", self.namespace, "sh", "-ec", writes)

    def _start(self):
        # 'ip netns exec' becomes the peer, so that the process's processor time is the peer's.
        with tempfile.TemporaryFile("w+") as complaints:
            self.process = subprocess.Popen(["ip", "netns", "exec", self.namespace, self.peer.program, "--tun", DEVICE, *self.peer.options],
                                            stdout=subprocess.PIPE, stderr=complaints, text=True)
            patience = threading.Timer(SECONDS_TO_START, self.process.kill)
            patience.start()
            ready = any(line.startswith("READY") for line in iter(self.process.stdout.readline, ""))
            patience.cancel()
            if not ready:
                complaints.seek(0)
                raise RuntimeError(f"{self.peer.name} did not start: {complaints.read().strip() or 'it never said READY'}")

    def _route(self):
        self.ip("-n", self.namespace, "link", "set", DEVICE, "txqueuelen", "20000", "up")
        if not self.ip("-n", self.namespace, "route", "show", NETWORK):    # a peer that is no TUN has its own way to itself
            self.ip("-n", self.namespace, "route", "add", NETWORK, "dev", DEVICE, "src", CLIENT)
