namespace ActorTcp.Linux;

/// <summary>errno.h: the reasons for which this house has an answer of its own.</summary>
internal enum Errno
{
    None = 0,
    EPERM = 1,
    ENOENT = 2,
    EINTR = 4,
    ENXIO = 6,
    EBADF = 9,
    EAGAIN = 11,
    ENOMEM = 12,
    EACCES = 13,
    EBUSY = 16,
    EEXIST = 17,
    ENODEV = 19,
    EBADFD = 77,
    EOPNOTSUPP = 95,
    ENOBUFS = 105,
}
