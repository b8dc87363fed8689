namespace ActorTcp.Linux;

/// <summary>fcntl.h, poll.h, sys/eventfd.h, sys/socket.h and sched.h: the flags of the calls in <see cref="Libc"/>.</summary>
internal static class Sys
{
    public const int O_RDONLY = 0;
    public const int O_RDWR = 2;
    public const int O_NONBLOCK = 0x800;
    public const int O_CLOEXEC = 0x80000;

    public const short POLLIN = 1;

    public const int EFD_CLOEXEC = 0x80000;
    public const int EFD_NONBLOCK = 0x800;

    public const int AF_INET = 2;
    public const int AF_INET6 = 10;
    public const int AF_NETLINK = 16;
    public const int SOCK_RAW = 3;
    public const int SOCK_CLOEXEC = 0x80000;

    public const int CLONE_NEWNET = 0x40000000;
}
