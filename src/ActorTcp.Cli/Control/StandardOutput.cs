using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Cli;

/// <summary>The standard output as a file: unlike the console's stream it says when nobody reads it any more, as after <c>| head</c>.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    public static FileStream Open() => new(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
