"""What the processors of this machine did, from /proc."""
import os
import pathlib
import resource
import time

TICKS = os.sysconf("SC_CLK_TCK")
PROCESSORS = os.cpu_count()
DISTURBED = 0.1


def load():
    return os.getloadavg()[0]


def description():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), os.uname().machine)
    return {"processors": PROCESSORS, "model": model, "kernel": os.uname().release}


def busy_seconds():
    """Of all processors together, interrupts included, and what a host took away."""
    user, nice, system, _, _, irq, softirq, steal = map(int, pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICKS


def process_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def resident_megabytes(pid):
    line = next(line for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def soft_interrupt_seconds():
    """Of the kernel's threads that take packets when no process stays long enough in the kernel to do it."""
    return sum(process_seconds(pid) for pid in SOFT_INTERRUPT_THREADS)


SOFT_INTERRUPT_THREADS = [path.parent.name for path in pathlib.Path("/proc").glob("[0-9]*/comm") if path.read_text().startswith("ksoftirqd/")]


class Stretch:
    """A `with` block: the processor seconds of the server, of both ends and of the whole machine in it, and the share of all other programs.

    The clients are the children of this program that ended within the block; soft interrupts are taken for theirs. A process is charged with
    the interrupts that came while it ran, so the others' share is an estimate, held at 0 where it would be less.
    """

    def __init__(self, server):
        self.server_pid = server

    def __enter__(self):
        self.began = self._now()
        return self

    def __exit__(self, *_):
        seconds, self.machine, self.server, clients, interrupts = (after - before for after, before in zip(self._now(), self.began))
        self.both_ends = self.server + clients + interrupts
        self.others = max(0, self.machine - self.both_ends) / (seconds * PROCESSORS)

    def _now(self):
        return time.monotonic(), busy_seconds(), process_seconds(self.server_pid), children_seconds(), soft_interrupt_seconds()
