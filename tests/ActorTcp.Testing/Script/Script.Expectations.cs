using System.Globalization;
using ActorTcp.Protocol;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Testing;

/// <content>What is expected of the event before.</content>
internal sealed partial class Script
{
    private int _delivered;

    /// <summary>All that the event sent, in order.</summary>
    public Script Expect(params ReadOnlySpan<SegmentLine> lines)
    {
        var sent = Machine.Sent;
        for (var i = 0; i < Math.Max(lines.Length, sent.Count); i++)
        {
            var found = i < sent.Count ? sent[i] : null;
            var wanted = i < lines.Length ? lines[i].Absolute(_iss, _irs, found) : null;
            var line = Describe(wanted);
            if (line != Describe(found) || !wanted!.Text.AsSpan().SequenceEqual(found!.Text))
            {
                throw Fail(line, Describe(found));
            }

            _log.Add(found.At, line);
        }

        sent.Clear();
        return this;
    }

    public Script ExpectSilence() => Expect();

    public Script ExpectState(TcpState state) => Expect("state", state, Machine.Tcb.State);

    /// <summary>All that the user was told by the event, in order.</summary>
    public Script ExpectSignal(params ReadOnlySpan<Signal> signals) =>
        Expect("signal", string.Join(", ", signals.ToArray()), string.Join(", ", Machine.Signals));

    public Script ExpectDelivered(string text) => ExpectDelivered(Octets.Of(text));

    /// <summary>So many octets, each from its place in the stream.</summary>
    public Script ExpectDelivered(int octets) => ExpectDelivered(Octets.At((uint)_delivered + 1, octets));

    public Script ExpectTimer(Timer timer, TimeSpan due) => Expect($"{timer} in", due, Machine.Tcb.Timers.Due(timer) - Machine.Now);

    public Script ExpectNoTimer(Timer timer) => Expect($"{timer} running", false, Machine.Tcb.Timers.IsRunning(timer));

    /// <summary>What STATUS says, or anything else about the connection that has no words of its own here.</summary>
    public Script Expect<T>(string what, T expected, Func<Tcb, T> of) => Expect(what, expected, of(Machine.Tcb));

    private Script ExpectDelivered(byte[] octets)
    {
        var found = Machine.Text.Received.Skip(_delivered).ToArray();
        return Expect("delivered", Convert.ToHexString(octets), Convert.ToHexString(found));
    }

    private Script Expect<T>(string what, T expected, T found)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"  {what} {expected}");
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            throw Fail(line, string.Create(CultureInfo.InvariantCulture, $"{found}"));
        }

        _log.Add(Machine.Now, line);
        return this;
    }

    private string Describe(SegmentCopy? segment) => segment is null ? "(nothing)" : $"> {segment.Format(_iss, _irs)}";
}
