using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>The C library under its own names. Failure is -1 (or an invalid handle), and the reason is in <see cref="Last"/>.</summary>
internal static unsafe partial class Libc
{
    /// <summary>Why the previous call on this thread failed; ask at once, before any other call.</summary>
    public static Errno Last => (Errno)Marshal.GetLastPInvokeError();

    /// <summary>As <see cref="Last"/>, for the calls of the packet path, which do not save the number for later.</summary>
    public static Errno LastOnPacketPath => (Errno)Marshal.GetLastSystemError();

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial SafeFileHandle open(string pathname, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(SafeFileHandle fd, uint request, ref ifreq argp);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(SafeFileHandle fd, uint request, ref int argp);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(SafeFileHandle fd, uint request, nint argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial SafeFileHandle eventfd(uint initval, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial SafeFileHandle socket(int domain, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint sendto(SafeFileHandle sockfd, ref byte buf, nuint len, int flags, in sockaddr_nl destAddr, uint addrlen);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recv(SafeFileHandle sockfd, ref byte buf, nuint len, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int unshare(int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setns(SafeFileHandle fd, int nstype);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint write(SafeFileHandle fd, ref byte buf, nuint count);

    // The packet path: nothing to marshal, and the number of an error is fetched only after a failure.

    public static nint read(int fd, byte* buf, nuint count) => syscall(SystemCall.Read, fd, buf, count);

    public static nint write(int fd, byte* buf, nuint count) => syscall(SystemCall.Write, fd, buf, count);

    [LibraryImport("libc")]
    public static partial nint readv(int fd, iovec* iov, int iovcnt);

    [LibraryImport("libc")]
    public static partial nint writev(int fd, iovec* iov, int iovcnt);

    [LibraryImport("libc")]
    public static partial int ppoll(pollfd* fds, nuint nfds, timespec* tmo_p, void* sigmask);

    /// <remarks>The library's own read and write are points at which a thread can be cancelled (POSIX), and pay for it with two atomic instructions in each call.</remarks>
    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nint fd, byte* buf, nuint count);
}
