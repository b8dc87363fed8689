using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.7.1.</summary>
[Rule("RFC 9293", "§3.7.1")]
public sealed class MaximumSegmentSizes
{
    [Theory, InlineData(true, 1500, 1460), InlineData(false, 1500, 1440), InlineData(true, 576, 536), InlineData(false, 1280, 1220), InlineData(true, 65535, 65495)]
    [Rule("RFC 9293", "MUST-14"), Rule("RFC 9293", "SHLD-6"), Rule("RFC 9293", "MUST-67")]
    public void The_mtu_less_the_fixed_headers_is_announced(bool isV4, int mtu, ushort mss) => In(Listen, new ScriptStart { IsV4 = isV4, Mtu = mtu })
        .Inject(Syn()).Expect(SynAck(ack: 1).Mss(mss));

    [Theory, InlineData(true, 536), InlineData(false, 1220)]
    [Rule("RFC 9293", "MUST-15")]
    [SubtleCase(21)]
    public void A_peer_that_announces_nothing_gets_the_default(bool isV4, int mss) => In(Listen, new ScriptStart { IsV4 = isV4 })
        .Inject(Syn()).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Send(mss + 1).Expect(Text(mss, seq: 1, ack: 1));

    [Theory, InlineData(100, 100), InlineData(1, 1), InlineData(65535, 1460), InlineData(0, 536)]
    [Rule("RFC 9293", "MUST-16")]
    [SubtleCase(21)]
    [Rule("RFC 2675", "§5.1")]
    public void Segments_are_as_large_as_the_peer_and_the_path_allow(ushort announced, int size) => In(Listen)
        .Inject(Syn().Mss(announced)).Expect(SynAck(ack: 1).Mss(1460))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Send(size).Expect(Text(size, seq: 1, ack: 1))
        .Send(size).Expect(Text(size, seq: 1 + (uint)size, ack: 1));

    [Theory, InlineData(1460, 1500, 0, 1460), InlineData(1460, 1500, 12, 1448), InlineData(1460, 576, 0, 536), InlineData(8, 1500, 12, 1)]
    [Rule("RFC 9293", "MUST-16")]
    [Rule("RFC 6691", "§2")]
    public void Eff_snd_mss_counts_the_options(ushort sendMss, ushort mtu, int options, uint expected) =>
        Assert.Equal(expected, MssOption.EffectiveSend(sendMss, mtu, isV4: true, options));

    [Fact, Rule("RFC 9293", "MUST-65")]
    public void Only_a_syn_announces_it()
    {
        var script = In(Established).Send("hello").Expect(Text("hello", seq: 1, ack: 1)).Shutdown();

        Assert.Equal(OptionKinds.None, Assert.Single(script.Machine.Sent).Options.Present);
    }
}
