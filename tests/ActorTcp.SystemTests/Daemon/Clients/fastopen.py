"""Asks an echo service twice with TCP Fast Open, and says after each answer whether it came to a request on the SYN.

fastopen.py ADDRESS PORT
"""
import socket
import sys

TCPI_OPT_SYN_DATA = 32
OPTIONS_AT = 5  # in struct tcp_info

address, port = sys.argv[1], int(sys.argv[2])
for text in (b"first", b"second"):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.sendto(text, socket.MSG_FASTOPEN, (address, port))
        client.settimeout(10)
        answer = client.recv(100)
        options = client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 100)[OPTIONS_AT]
        print(answer.decode(), "on the SYN" if options & TCPI_OPT_SYN_DATA else "after the handshake")
