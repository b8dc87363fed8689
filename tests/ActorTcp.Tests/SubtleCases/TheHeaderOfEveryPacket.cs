using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 6437 §3, RFC 8504 §5.1: routers spread flows by it, so it stays the same; a reset with another hop limit would be taken for forged.</summary>
public sealed class TheHeaderOfEveryPacket
{
    [Theory, InlineData("10.9.0.1:1000", "10.1.0.1:80"), InlineData("[fd09::1]:1000", "[fd01::1]:80")]
    [SubtleCase(41)]
    [Rule("RFC 6437", "§3")]
    public void Has_the_same_hop_limit_and_flow_label_from_the_syn_ack_to_the_reset(string at, string to)
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = stack.Peer(at, to);
        peer.Sends(Syn());
        stack.Advance(1.Seconds());                                  // the SYN-ACK comes again
        var headers = Headers(stack);
        peer.Receives();
        peer.Sends(Text("hello", seq: 1, ack: 1));
        peer.Sends(Rst(seq: 100));                                   // a challenge
        peer.Sends(Rst(seq: 6));
        peer.Sends(Ack(seq: 6, ack: 6));                             // nobody is there any more: a reset
        headers.AddRange(Headers(stack));

        Assert.True(headers.Count >= 5);
        Assert.Single(headers.Distinct());
        Assert.Equal(64, headers[0].HopLimit);
    }

    private static List<(byte HopLimit, uint FlowLabel)> Headers(LoneStack stack) => stack.Device.Written.ConvertAll(octets =>
    {
        PacketReader.Read(octets, out var packet);
        return (packet.Ip.HopLimit, packet.Ip.FlowLabel);
    });
}
