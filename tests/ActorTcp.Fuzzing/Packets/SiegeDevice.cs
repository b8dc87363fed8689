using ActorTcp.Stack;

namespace ActorTcp.Fuzzing;

/// <summary>A device that hands over one packet at a time and shows each answer to whoever sent it.</summary>
internal sealed class SiegeDevice(SiegeDevice.AnswerTap answered) : IPacketDevice
{
    private readonly byte[] _arriving = new byte[65536];
    private int _length;

    /// <summary>What an answer is shown to.</summary>
    public delegate void AnswerTap(ReadOnlySpan<byte> packet);

    public int Mtu => 1500;

    public void Arrive(ReadOnlySpan<byte> packet)
    {
        packet.CopyTo(_arriving);
        _length = packet.Length;
    }

    public int Read(Span<byte> buffer)
    {
        var length = _length;
        _arriving.AsSpan(0, length).CopyTo(buffer);
        _length = 0;
        return length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        answered(packet);
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
