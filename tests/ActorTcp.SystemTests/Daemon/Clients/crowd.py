"""Opens many connections to echo services at once and keeps them all open while each speaks twice.

crowd.py COUNT PORT PREFIX...

Destinations rotate over the prefixes. Says OPEN with the seconds it took when all are established and were echoed
once; a line on stdin lets each speak again and close. Every octet depends on its connection and position.
A wave of connections takes a step together: were it all of them, a queue would hold more packets than are answered
before a retransmission timer fires, and both sides would repeat what is not lost.
"""
import errno
import ipaddress
import resource
import selectors
import socket
import sys
import time

PATIENCE = 60
LENGTH = 100
WAVE = 250

count, port = int(sys.argv[1]), int(sys.argv[2])
prefixes = [ipaddress.ip_network(prefix) for prefix in sys.argv[3:]]
selector = selectors.DefaultSelector()
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def words(number, turn):
    """What a connection says in its turn."""
    return bytes((number * 31 + turn * 17 + i * 7) % 256 for i in range(LENGTH))


def destination(number):
    prefix = prefixes[number % len(prefixes)]
    return str(prefix[1 + number * 7919 % min(prefix.num_addresses - 2, 1 << 16)]), port


def connect(number):
    address = destination(number)
    client = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET)
    client.setblocking(False)
    outcome = client.connect_ex(address)
    if outcome not in (0, errno.EINPROGRESS):
        sys.exit(f"connection {number} to {address}: {errno.errorcode[outcome]}")
    return client


def await_all(clients, event, mask, step):
    """Calls the step for each connection that is ready, until it has answered True for all."""
    deadline = time.monotonic() + PATIENCE
    for number, client in clients:
        selector.register(client, mask, number)
    while selector.get_map():
        ready = selector.select(deadline - time.monotonic())
        if not ready:
            sys.exit(f"{len(selector.get_map())} connections still wait for {event} after {PATIENCE} s")
        for key, _ in ready:
            if step(key.data, key.fileobj):
                selector.unregister(key.fileobj)


def established(number, client):
    outcome = client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if outcome:
        sys.exit(f"connection {number} to {destination(number)}: {errno.errorcode[outcome]}")
    return True


def waves():
    members = list(enumerate(crowd))
    return (members[start:start + WAVE] for start in range(0, count, WAVE))


def open_all():
    for start in range(0, count, WAVE):
        wave = [(number, connect(number)) for number in range(start, min(start + WAVE, count))]
        await_all(wave, "the handshake", selectors.EVENT_WRITE, established)
        crowd.extend(client for _, client in wave)


def converse(turn):
    heard = [b""] * count

    def hear(number, client):
        heard[number] += client.recv(LENGTH) or sys.exit(f"connection {number} was closed by the peer")
        if not words(number, turn).startswith(heard[number]):
            sys.exit(f"connection {number} heard wrong octets in turn {turn}")
        return len(heard[number]) == LENGTH

    for wave in waves():
        for number, client in wave:
            client.send(words(number, turn))
        await_all(wave, "their echo", selectors.EVENT_READ, hear)


def close_all():
    def closed(number, client):
        return client.recv(1) == b"" or sys.exit(f"connection {number} heard more than it said")

    for wave in waves():
        for _, client in wave:
            client.shutdown(socket.SHUT_WR)
        await_all(wave, "the peer's FIN", selectors.EVENT_READ, closed)
        for _, client in wave:
            client.close()


crowd = []
started = time.monotonic()
open_all()
opened = time.monotonic()
converse(turn=1)
echoed = time.monotonic()
print(f"OPEN {count} established in {opened - started:.2f} s, echoed in {echoed - opened:.2f} s", flush=True)

sys.stdin.readline()
converse(turn=2)
close_all()
print(f"CLOSED {count}", flush=True)
