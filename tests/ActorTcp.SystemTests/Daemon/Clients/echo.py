"""Sends 70,000 octets to an echo service, closes its half, and checks what comes back until the peer closes too.

echo.py ADDRESS PORT
"""
import socket
import sys

sent = bytes(i % 251 for i in range(70_000))
with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=10) as client:
    client.sendall(sent)
    client.shutdown(socket.SHUT_WR)
    received = b""
    while part := client.recv(65536):
        received += part

if received != sent:
    sys.exit(f"{len(received)} octets came back, of which not all are right")
print(len(received), "octets came back right")
