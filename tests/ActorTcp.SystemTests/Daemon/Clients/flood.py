"""Sends COUNT SYNs to PORT of ADDRESS, each from another address of 10.88.0.0/16, which nobody has. Only where there is no way out: in a namespace without a default route."""
import random
import socket
import struct
import sys

address, port, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
routes = [line.split() for line in open("/proc/net/route").read().splitlines()[1:]]
if any(route[1] == "00000000" for route in routes):
    sys.exit("refused: this namespace has a default route")

raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
target = socket.inet_aton(address)
chance = random.Random(4987)


def checksum(octets):
    total = sum(struct.unpack(f"!{len(octets) // 2}H", octets))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


for _ in range(count):
    source = bytes([10, 88, chance.randrange(256), chance.randrange(1, 255)])
    header = struct.pack("!HHIIHHHH", chance.randrange(1024, 65536), port, chance.getrandbits(32), 0, 5 << 12 | 2, 1024, 0, 0)
    pseudo = source + target + struct.pack("!HH", socket.IPPROTO_TCP, len(header))
    tcp = header[:16] + struct.pack("!H", checksum(pseudo + header)) + header[18:]
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 0, 0x4000, 64, socket.IPPROTO_TCP, 0, source, target)
    raw.sendto(ip + tcp, (address, 0))

print(f"{count} SYNs sent")
