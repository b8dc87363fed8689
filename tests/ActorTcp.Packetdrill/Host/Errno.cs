namespace ActorTcp.Packetdrill;

/// <summary>The errors that a call may answer with, by Linux's numbers: packetdrill translates them into names.</summary>
internal enum Errno
{
    None = 0,
    EBADF = 9,
    EAGAIN = 11,
    EINVAL = 22,
    ENOTTY = 25,
    EPIPE = 32,
    ENOSYS = 38,
    ENOPROTOOPT = 92,
    EOPNOTSUPP = 95,
    EAFNOSUPPORT = 97,
    EADDRINUSE = 98,
    ECONNABORTED = 103,
    ECONNRESET = 104,
    EISCONN = 106,
    ENOTCONN = 107,
    ETIMEDOUT = 110,
    ECONNREFUSED = 111,
    EHOSTUNREACH = 113,
    EALREADY = 114,
    EINPROGRESS = 115,
}
