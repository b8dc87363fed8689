using System.Net;

namespace ActorTcp.SystemTests;

/// <summary>A request body that is written while the answer is read.</summary>
/// <param name="opened">Given the stream to write to.</param>
/// <param name="over">Ends the body.</param>
internal sealed class DuplexContent(TaskCompletionSource<Stream> opened, Task over) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        opened.SetResult(stream);
        await over;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
