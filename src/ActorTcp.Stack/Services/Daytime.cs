using System.Globalization;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>RFC 867: tells the date and time in one line and closes; what comes in is forgotten.</summary>
/// <remarks>"There is no specific syntax": ISO 8601 in UTC.</remarks>
public sealed class Daytime(TimeProvider time) : InlineProtocol
{
    public override void Opened(InlineConnection connection)
    {
        connection.Send(Encoding.ASCII.GetBytes(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z\r\n'", CultureInfo.InvariantCulture)));
        connection.CloseSend();
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;
}
