"""Sends octets through an echo service and receives them at the same time; both directions must have the same SHA-256.

transfer.py ADDRESS PORT MEGABYTES
"""
import hashlib
import random
import socket
import sys
import threading
import time

PATIENCE = 150
MEGABYTE = 1_000_000

address, port, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(megabytes)
block = random.randbytes(MEGABYTE)
sent, received = hashlib.sha256(), hashlib.sha256()


def send():
    """No two megabytes are alike: each is turned by another number of octets."""
    for number in range(megabytes):
        text = block[number * 997:] + block[:number * 997]
        sent.update(text)
        client.sendall(text)
    client.shutdown(socket.SHUT_WR)


started = time.monotonic()
with socket.create_connection((address, port), timeout=PATIENCE) as client:
    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    octets = 0
    while part := client.recv(1 << 20):
        received.update(part)
        octets += len(part)
    sender.join(PATIENCE)
seconds = time.monotonic() - started

if octets != megabytes * MEGABYTE or sent.digest() != received.digest():
    sys.exit(f"{octets} octets came back with SHA-256 {received.hexdigest()} for {sent.hexdigest()}")
print(f"SAME {megabytes} MB each way in {seconds:.2f} s: {megabytes / seconds:.1f} MB/s")
