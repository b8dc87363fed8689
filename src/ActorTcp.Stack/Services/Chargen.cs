using System.Runtime.CompilerServices;

namespace ActorTcp.Stack;

/// <summary>RFC 864: lines of 72 printing characters, each beginning one further along, until the peer closes; what comes in is forgotten.</summary>
public sealed class Chargen : InlineProtocol
{
    private const int LineLength = 72;
    private const byte First = (byte)' ';
    private const int Printing = '~' - ' ' + 1;

    private static readonly byte[] Lines = AllLines();

    public override void Opened(InlineConnection connection)
    {
        connection.State = new StrongBox<int>();
        Generate(connection);
    }

    public override void Writable(InlineConnection connection) => Generate(connection);

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;

    /// <summary>After as many lines as there are characters the pattern begins anew: where a connection is in it says all about it.</summary>
    private static void Generate(InlineConnection connection)
    {
        var position = (StrongBox<int>)connection.State!;
        for (int taken = 1; taken > 0;)
        {
            taken = connection.Send(Lines.AsSpan(position.Value));
            position.Value = (position.Value + taken) % Lines.Length;
        }
    }

    private static byte[] AllLines()
    {
        var octets = new List<byte>();
        for (var line = 0; line < Printing; line++)
        {
            for (var column = 0; column < LineLength; column++)
            {
                octets.Add((byte)(First + ((line + column) % Printing)));
            }

            octets.AddRange("\r\n"u8);
        }

        return [.. octets];
    }
}
