using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>
/// network_namespaces(7): a network of one's own, with interfaces, routes and ports that the machine does not see. A namespace
/// belongs to a thread; the sockets and devices that it opens, and the threads that it starts, belong to the namespace with it.
/// </summary>
/// <remarks>
/// The thread pool grows from whichever thread hands it work, so inside use blocking calls, or enter before the program has a pool.
/// </remarks>
internal static class NetworkNamespace
{
    private const int LoopbackIndex = 1;
    private const string OfThisThread = "/proc/thread-self/ns/net";

    /// <summary>Moves the calling thread into a new namespace, its loopback up. It lives as long as a thread, descriptor or name holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">CAP_SYS_ADMIN is missing.</exception>
    public static void EnterNew()
    {
        if (Libc.unshare(Sys.CLONE_NEWNET) != 0)
        {
            throw Refused("make a network namespace", Libc.Last);
        }

        using var netlink = new NetlinkSocket();
        new Links(netlink).Up(LoopbackIndex);
    }

    /// <summary>Moves the calling thread into the namespace that <c>ip netns add</c> has made under a name.</summary>
    /// <exception cref="UnauthorizedAccessException">CAP_SYS_ADMIN is missing.</exception>
    /// <exception cref="IOException">There is no such namespace.</exception>
    public static void Enter(string name)
    {
        using var handle = Libc.open($"/run/netns/{name}", Sys.O_RDONLY | Sys.O_CLOEXEC);
        Enter(handle, name);
    }

    /// <summary>Runs an action on a thread of its own in a new namespace, and waits for it; what it throws comes out here.</summary>
    public static void RunInNew(Action action) => RunAfter(EnterNew, action);

    /// <summary>As <see cref="RunInNew"/>, in the namespace of that name.</summary>
    public static void RunIn(string name, Action action) => RunAfter(() => Enter(name), action);

    /// <summary>Whether this process may make network namespaces; found out by making one.</summary>
    public static bool CanMakeNew()
    {
        try
        {
            RunInNew(() => { });
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>The kernel's name for the calling thread's namespace, such as "net:[4026531840]"; no other has it at the same time.</summary>
    public static string Identity() =>
        new FileInfo(OfThisThread).LinkTarget ?? throw new IOException($"cannot read {OfThisThread}: is /proc mounted?");

    /// <summary>A descriptor of the calling thread's namespace, which keeps it alive.</summary>
    public static SafeFileHandle Open()
    {
        var handle = Libc.open(OfThisThread, Sys.O_RDONLY | Sys.O_CLOEXEC);
        return handle.IsInvalid ? throw Refused("open the thread's network namespace", Libc.Last) : handle;
    }

    /// <summary>As <see cref="RunInNew"/>, in the namespace that a descriptor keeps.</summary>
    public static void RunIn(SafeFileHandle handle, Action action) => RunAfter(() => Enter(handle, "by its descriptor"), action);

    private static void Enter(SafeFileHandle handle, string name)
    {
        if (handle.IsInvalid || Libc.setns(handle, Sys.CLONE_NEWNET) != 0)
        {
            throw Refused($"enter the network namespace {name}", Libc.Last);
        }
    }

    private static void RunAfter(Action enter, Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                enter();
                action();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static Exception Refused(string what, Errno errno) => errno is Errno.EPERM or Errno.EACCES
        ? new UnauthorizedAccessException(
            $"not permitted to {what}: needs CAP_SYS_ADMIN. Run as root, or under `unshare --user --map-root-user --net`.")
        : new IOException($"cannot {what}: {errno.Text()}");
}
