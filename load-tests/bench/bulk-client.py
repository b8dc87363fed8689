"""A kernel client, or with 'serve' a kernel server, that moves bulk text and does nothing else.

bulk-client.py to|from|both|echo ADDRESS MEGABYTES      prints megabytes per second, of each direction
bulk-client.py serve ADDRESS                            sink on port 9, source on port 19, echo on port 7
"""
import socket
import sys
import threading
import time

MEGABYTE = 1_000_000
PATIENCE = 15
SINK, SOURCE, ECHO = 9, 19, 7
BLOCK = bytes(range(256)) * 4096


def send(connection, octets):
    while octets > 0:
        octets -= connection.send(memoryview(BLOCK)[:min(octets, len(BLOCK))])


def receive(connection, octets):
    buffer = bytearray(1 << 20)
    while octets > 0:
        count = connection.recv_into(buffer)
        if count == 0:
            raise EOFError(f"the peer closed {octets} octets early")
        octets -= count


def to(address, octets):
    """The peer's FIN says that it has taken everything."""
    with socket.create_connection((address, SINK), timeout=PATIENCE) as connection:
        send(connection, octets)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""


def source(address, octets):
    with socket.create_connection((address, SOURCE), timeout=PATIENCE) as connection:
        receive(connection, octets)


def echo(address, octets):
    with socket.create_connection((address, ECHO), timeout=PATIENCE) as connection:
        at_once((send, connection, octets), (receive, connection, octets))


def both(address, octets):
    at_once((to, address, octets), (source, address, octets))


def at_once(*calls):
    failures = []

    def run(call):
        try:
            call[0](*call[1:])
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def serve(address):
    def sink(connection):
        buffer = bytearray(1 << 20)
        while connection.recv_into(buffer):
            pass

    def pour(connection):
        while True:
            connection.sendall(BLOCK)

    def answer(connection):
        buffer = bytearray(1 << 20)
        while count := connection.recv_into(buffer):
            connection.sendall(memoryview(buffer)[:count])

    def converse(service, connection):
        with connection:
            try:
                service(connection)
            except OSError:
                pass   # the client has enough

    def accept(port, service):
        with socket.create_server((address, port)) as listener:
            while True:
                threading.Thread(target=converse, args=(service, listener.accept()[0]), daemon=True).start()

    for port, service in (SOURCE, pour), (ECHO, answer):
        threading.Thread(target=accept, args=(port, service), daemon=True).start()
    threading.Timer(0.2, print, ("READY",), {"flush": True}).start()
    accept(SINK, sink)


if sys.argv[1] == "serve":
    serve(sys.argv[2])
else:
    transfer = {"to": to, "from": source, "both": both, "echo": echo}[sys.argv[1]]
    megabytes = int(sys.argv[3])
    began = time.monotonic()
    transfer(sys.argv[2], megabytes * MEGABYTE)
    print(f"{megabytes / (time.monotonic() - began):.1f}")
