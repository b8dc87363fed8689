using ActorTcp.Protocol;

namespace ActorTcp.Testing;

/// <content>The user's calls, RFC 9293 §3.10.1–5, each with the answer that is expected; and what ICMP reports.</content>
internal sealed partial class Script
{
    public Script Listen(CallResult expected = CallResult.Ok) => Call("OPEN passive", expected, OpenCall.Passive);

    public Script Open(CallResult expected = CallResult.Ok) => Call("OPEN active", expected, OpenCall.Active);

    /// <summary>OPEN with text for the SYN, and what is known of Fast Open to the peer.</summary>
    public Script Open(FastOpen fastOpen, string text)
    {
        Begin($"OPEN active with {text.Length} octets");
        return ExpectResult(CallResult.Ok, Machine.Open(fastOpen, Octets.Of(text)));
    }

    /// <summary>The listener has looked at the cookie of the SYN that comes next.</summary>
    public Script Judged(FastOpen fastOpen)
    {
        Machine.Tcb.FastOpen = fastOpen;
        return this;
    }

    public Script Send(string text, CallResult expected = CallResult.Ok, bool urgent = false) => Send(Octets.Of(text), expected, urgent);

    /// <summary>Sends so many octets, as <see cref="Octets"/> has them at their place in the stream.</summary>
    public Script Send(int octets, CallResult expected = CallResult.Ok) =>
        Send(Octets.At((Machine.Tcb.Snd.End - _iss.Value).Value, octets), expected, urgent: false);

    public Script Receive(int octets, CallResult expected = CallResult.Ok) =>
        Call($"RECEIVE {octets}", expected, (tcb, fx) => ReceiveCall.Process(tcb, octets, fx));

    /// <summary>CLOSE of both directions.</summary>
    public Script Close(CallResult expected = CallResult.Ok) =>
        Call("CLOSE", expected, (tcb, fx) => CloseCall.Process(tcb, CloseKind.Both, fx));

    /// <summary>CLOSE of the sending direction only.</summary>
    public Script Shutdown(CallResult expected = CallResult.Ok) =>
        Call("CLOSE send side", expected, (tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));

    public Script Abort(CallResult expected = CallResult.Ok) => Call("ABORT", expected, AbortCall.Process);

    /// <summary>ICMP says that the peer cannot be reached, and quotes the segment with the number <paramref name="quoted"/>.</summary>
    public Script Unreachable(uint quoted, bool isHard) => Report("icmp unreachable", (tcb, fx) => IcmpArrives.Unreachable(tcb, _iss + quoted, isHard, fx));

    /// <summary>The listener wants its place for another connection.</summary>
    public Script Recycle() => Report("recycled", Recycled.Process);

    public Script PacketTooBig(uint quoted, int mtu) => Report($"icmp too big, mtu {mtu}", (tcb, fx) => IcmpArrives.PacketTooBig(tcb, _iss + quoted, mtu, fx));

    private Script Send(byte[] octets, CallResult expected, bool urgent)
    {
        Begin($"SEND {octets.Length}");
        return ExpectResult(expected, Machine.Send(octets, urgent));
    }

    private Script Call(string name, CallResult expected, Func<Tcb, EffectList, CallResult> call)
    {
        Begin(name);
        return ExpectResult(expected, Machine.Call(call));
    }

    private Script Report(string name, Action<Tcb, EffectList> report)
    {
        Begin(name);
        return ExpectResult(CallResult.Ok, Machine.Call((tcb, fx) =>
        {
            report(tcb, fx);
            return CallResult.Ok;
        }));
    }

    private Script ExpectResult(CallResult expected, CallResult found) =>
        found == expected ? this : throw Fail($"  = {expected}", found.ToString());
}
