using ActorTcp.Stack;
using static ActorTcp.Tests.Stack.Told;
using static ActorTcp.Wire.ControlBits;

namespace ActorTcp.Tests.Stack;

/// <summary>The same ladder for other terminals.</summary>
public sealed class LadderStyles
{
    private static readonly Ladder Handshake = Ladder.Of(new LadderEnd("server", ByTheServer[..5]), "client");

    [Fact]
    public void Ascii_alone_suffices() =>
        Drawings.Equal(
            """
                 ms           client                                 server
                          CLOSED |                                      | LISTEN
              0.000     SYN-SENT |-- SYN seq 0 ------------------------>| SYN-RECEIVED
              0.000  ESTABLISHED |<-------------- SYN-ACK seq 0 ack 1 --|
             20.000              |-- ACK seq 1 ack 1 ------------------>| ESTABLISHED
            """,
            Handshake,
            new LadderStyle { Ascii = true });

    [Fact]
    public void Colours_change_nothing_but_the_colours()
    {
        var coloured = Handshake.Format(new LadderStyle { Colours = true });

        Assert.Contains("\e[36m── SYN", coloured, StringComparison.Ordinal);
        int[] renditions = [36, 32, 1, 2, 0];
        var plain = renditions.Aggregate(coloured, (text, rendition) => text.Replace($"\e[{rendition}m", "", StringComparison.Ordinal));
        Assert.Equal(Words(Handshake.ToString()), Words(plain));
    }

    [Fact]
    public void A_label_that_is_too_long_stands_above_its_arrow() =>
        Drawings.Equal(
            """
                 ms           client                                 server
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
              0.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
             20.000              ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
                                 │FIN-PSH-ACK seq 3999000 ack 1 len 1460│
             21.000   FIN-WAIT-1 ├─────────────────────────────────────►│
            """,
            Ladder.Of(new LadderEnd("server", [.. ByTheServer[..5], In(41, Fin | Psh | Ack, 4_000_000, 5001, 1460)]), "client"));

    [Fact]
    public void Notes_are_wrapped_in_the_margin() =>
        Drawings.Equal(
            """
                 ms           client                                 server
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED  the variables of the
                                 │                                      │               connection: 1,234 octets
            """,
            Handshake with { Rungs = [Handshake.Rungs[1] with { Note = "the variables of the connection: 1,234 octets" }] });

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
