// peer-gvisor-bulk: gVisor's netstack behind a TUN, moving bulk text: a sink on port 9, a source on port 19, an echo on port 7.
//
// peer-gvisor-bulk TUN: makes the TUN, prints READY, serves 10.77.0.1 until it is killed; the caller brings the link up and routes to it.
// Buffers may grow to 6 MiB (received) and 4 MiB (sent), with moderation on, as runsc sets them.
package main

import (
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
	"gvisor.dev/gvisor/pkg/tcpip"
	"gvisor.dev/gvisor/pkg/tcpip/adapters/gonet"
	"gvisor.dev/gvisor/pkg/tcpip/header"
	"gvisor.dev/gvisor/pkg/tcpip/link/fdbased"
	"gvisor.dev/gvisor/pkg/tcpip/network/ipv4"
	"gvisor.dev/gvisor/pkg/tcpip/stack"
	"gvisor.dev/gvisor/pkg/tcpip/transport/tcp"
)

const (
	nic   = 1
	chunk = 1 << 18
)

var address = tcpip.Address([]byte{10, 77, 0, 1})

func must(what string, failure interface{}) {
	if failure != nil {
		fmt.Fprintf(os.Stderr, "peer-gvisor-bulk: %s: %v\n", what, failure)
		os.Exit(1)
	}
}

func openTun(name string) int {
	fd, err := unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	must("open /dev/net/tun", err)
	var request struct {
		name  [16]byte
		flags uint16
		_     [22]byte
	}
	copy(request.name[:15], name)
	request.flags = unix.IFF_TUN | unix.IFF_NO_PI
	if _, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), unix.TUNSETIFF, uintptr(unsafe.Pointer(&request))); errno != 0 {
		must("TUNSETIFF", errno)
	}
	return fd
}

func listen(s *stack.Stack, port uint16, converse func(*gonet.TCPConn)) {
	listener, err := gonet.ListenTCP(s, tcpip.FullAddress{NIC: nic, Addr: address, Port: port}, ipv4.ProtocolNumber)
	must("listen", err)
	go func() {
		for {
			connection, err := listener.Accept()
			must("accept", err)
			go func() {
				defer connection.Close()
				converse(connection.(*gonet.TCPConn))
			}()
		}
	}()
}

func sink(connection *gonet.TCPConn) {
	buffer := make([]byte, chunk)
	for {
		if _, err := connection.Read(buffer); err != nil {
			return
		}
	}
}

func source(connection *gonet.TCPConn) {
	buffer := make([]byte, chunk)
	for {
		if _, err := connection.Write(buffer); err != nil {
			return
		}
	}
}

func echo(connection *gonet.TCPConn) {
	buffer := make([]byte, chunk)
	for {
		count, err := connection.Read(buffer)
		if err != nil {
			return
		}
		if _, err := connection.Write(buffer[:count]); err != nil {
			return
		}
	}
}

func main() {
	s := stack.New(stack.Options{
		NetworkProtocols:   []stack.NetworkProtocolFactory{ipv4.NewProtocol},
		TransportProtocols: []stack.TransportProtocolFactory{tcp.NewProtocol},
	})
	sack := tcpip.TCPSACKEnabled(true)
	moderate := tcpip.TCPModerateReceiveBufferOption(true)
	receive := tcpip.TCPReceiveBufferSizeRangeOption{Min: 4096, Default: 1 << 20, Max: 6 << 20}
	send := tcpip.TCPSendBufferSizeRangeOption{Min: 4096, Default: 1 << 20, Max: 4 << 20}
	for _, option := range []tcpip.SettableTransportProtocolOption{&sack, &moderate, &receive, &send} {
		if err := s.SetTransportProtocolOption(tcp.ProtocolNumber, option); err != nil {
			must("option", err)
		}
	}

	link, err := fdbased.New(&fdbased.Options{FDs: []int{openTun(os.Args[1])}, MTU: 1500, PacketDispatchMode: fdbased.RecvMMsg})
	must("fdbased", err)
	if err := s.CreateNIC(nic, link); err != nil {
		must("NIC", err)
	}
	own := tcpip.ProtocolAddress{Protocol: ipv4.ProtocolNumber, AddressWithPrefix: tcpip.AddressWithPrefix{Address: address, PrefixLen: 32}}
	if err := s.AddProtocolAddress(nic, own, stack.AddressProperties{}); err != nil {
		must("address", err)
	}
	s.SetRouteTable([]tcpip.Route{{Destination: header.IPv4EmptySubnet, NIC: nic}})
	listen(s, 9, sink)
	listen(s, 19, source)
	listen(s, 7, echo)
	fmt.Println("READY")
	select {}
}
