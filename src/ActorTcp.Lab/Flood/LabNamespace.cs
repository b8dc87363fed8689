using System.Collections.Concurrent;
using ActorTcp.Linux;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Lab;

/// <summary>
/// A network namespace that the laboratory has made, without a name: it ends with this object, and with the process even if that is killed, so that
/// there is never anything to clean. Only in such a namespace does a flood begin.
/// </summary>
internal sealed class LabNamespace : IDisposable
{
    private static readonly ConcurrentDictionary<string, byte> Made = new(StringComparer.Ordinal);

    private readonly SafeFileHandle _handle;
    private readonly string _identity;

    private LabNamespace(SafeFileHandle handle, string identity) => (_handle, _identity) = (handle, identity);

    /// <summary>For a link that is to have its other end here.</summary>
    public int Descriptor => (int)_handle.DangerousGetHandle();

    /// <exception cref="UnauthorizedAccessException">CAP_SYS_ADMIN is missing.</exception>
    public static LabNamespace Create()
    {
        LabNamespace? made = null;
        NetworkNamespace.RunInNew(() => made = new LabNamespace(NetworkNamespace.Open(), NetworkNamespace.Identity()));
        Made[made!._identity] = 0;
        return made;
    }

    /// <summary>Whether the calling thread is in a namespace that this process has made for its laboratory.</summary>
    public static bool IsCurrent(out string identity)
    {
        identity = NetworkNamespace.Identity();
        return Made.ContainsKey(identity);
    }

    /// <summary>Runs an action on a thread of its own inside, and waits for it; what it throws comes out here.</summary>
    public void Run(Action action) => NetworkNamespace.RunIn(_handle, action);

    public T Run<T>(Func<T> function)
    {
        T? result = default;
        Run(() => { result = function(); });
        return result!;
    }

    public void Dispose()
    {
        Made.TryRemove(_identity, out _);
        _handle.Dispose();
    }
}
