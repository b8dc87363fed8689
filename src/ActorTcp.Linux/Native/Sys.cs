namespace ActorTcp.Linux;

/// <summary>
/// fcntl.h, poll.h, sched.h, netinet/in.h, netinet/tcp.h, sys/epoll.h, sys/eventfd.h, sys/prctl.h, sys/resource.h, sys/socket.h,
/// linux/if_ether.h and linux/if_packet.h: the flags of the calls
/// in <see cref="Libc"/> and <see cref="LibcSockets"/>.
/// </summary>
internal static class Sys
{
    public const int O_RDONLY = 0;
    public const int O_RDWR = 2;
    public const int O_NONBLOCK = 0x800;
    public const int O_CLOEXEC = 0x80000;

    public const short POLLIN = 1;
    public const short POLLOUT = 4;

    public const int EFD_CLOEXEC = 0x80000;
    public const int EFD_NONBLOCK = 0x800;

    public const int AF_INET = 2;
    public const int AF_INET6 = 10;
    public const int AF_NETLINK = 16;
    public const int AF_PACKET = 17;
    public const int SOCK_STREAM = 1;
    public const int SOCK_RAW = 3;
    public const int SOCK_NONBLOCK = 0x800;
    public const int SOCK_CLOEXEC = 0x80000;

    public const int SOL_SOCKET = 1;
    public const int SO_ERROR = 4;
    public const int SO_LINGER = 13;
    public const int IPPROTO_IP = 0;
    public const int IPPROTO_TCP = 6;
    public const int IP_BIND_ADDRESS_NO_PORT = 24;
    public const int TCP_NODELAY = 1;
    public const int TCP_INFO = 11;
    public const int MSG_NOSIGNAL = 0x4000;
    public const int SHUT_WR = 1;

    public const int EPOLL_CLOEXEC = 0x80000;
    public const int EPOLL_CTL_ADD = 1;
    public const uint EPOLLIN = 1;
    public const uint EPOLLOUT = 4;
    public const uint EPOLLERR = 8;
    public const uint EPOLLHUP = 0x10;
    public const uint EPOLLRDHUP = 0x2000;
    public const uint EPOLLET = 0x80000000;

    public const int RLIMIT_NOFILE = 7;
    public const int PR_SET_TIMERSLACK = 29;

    public const int SOL_PACKET = 263;
    public const int PACKET_QDISC_BYPASS = 20;
    public const int ETH_P_IP = 0x0800;

    public const int CLONE_NEWNET = 0x40000000;
}
