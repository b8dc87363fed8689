using ActorTcp.Hosting;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The daemon's instruments, and where they are sent.</summary>
/// <param name="collector">Null sends them nowhere; they can still be asked for.</param>
/// <param name="error">Told when the collector cannot be reached.</param>
internal sealed class Telemetry(TcpStack stack, Uri? collector, TextWriter error) : IDisposable
{
    private readonly StackInstruments _instruments = new(stack);
    private readonly OtlpExport? _export = collector is null ? null : new OtlpExport(collector, error);

    /// <summary>The last figures are sent while there are instruments to ask.</summary>
    public void Dispose()
    {
        _export?.Dispose();
        _instruments.Dispose();
    }
}
