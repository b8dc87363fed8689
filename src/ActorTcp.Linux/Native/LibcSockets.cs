using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>
/// The C library's sockets by their bare numbers, for whoever has ten thousands of them: nothing to marshal, and the number of an error is fetched only
/// after a failure (<see cref="Libc.LastOnPacketPath"/>).
/// </summary>
internal static unsafe partial class LibcSockets
{
    [LibraryImport("libc")]
    public static partial int socket(int domain, int type, int protocol);

    [LibraryImport("libc")]
    public static partial int bind(int sockfd, void* addr, uint addrlen);

    [LibraryImport("libc")]
    public static partial int connect(int sockfd, void* addr, uint addrlen);

    [LibraryImport("libc")]
    public static partial int setsockopt(int sockfd, int level, int optname, void* optval, uint optlen);

    [LibraryImport("libc")]
    public static partial int getsockopt(int sockfd, int level, int optname, void* optval, uint* optlen);

    [LibraryImport("libc")]
    public static partial nint send(int sockfd, byte* buf, nuint len, int flags);

    [LibraryImport("libc")]
    public static partial int sendmmsg(int sockfd, mmsghdr* msgvec, uint vlen, int flags);

    [LibraryImport("libc")]
    public static partial nint recv(int sockfd, byte* buf, nuint len, int flags);

    [LibraryImport("libc")]
    public static partial int shutdown(int sockfd, int how);

    [LibraryImport("libc")]
    public static partial int close(int fd);

    [LibraryImport("libc")]
    public static partial int epoll_create1(int flags);

    [LibraryImport("libc")]
    public static partial int epoll_ctl(int epfd, int op, int fd, void* @event);

    [LibraryImport("libc")]
    public static partial int epoll_pwait2(int epfd, void* events, int maxevents, timespec* timeout, void* sigmask);

    [LibraryImport("libc")]
    public static partial int getrlimit(int resource, rlimit* rlim);

    [LibraryImport("libc")]
    public static partial int setrlimit(int resource, rlimit* rlim);

    [LibraryImport("libc")]
    public static partial int prctl(int option, nuint arg2, nuint arg3, nuint arg4, nuint arg5);
}
