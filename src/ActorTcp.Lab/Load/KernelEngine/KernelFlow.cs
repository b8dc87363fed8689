using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>A flow on a socket of the kernel.</summary>
/// <param name="tag">Under which number the generator finds it.</param>
internal sealed class KernelFlow(KernelGenerator generator, LoadSession session, uint tag) : Flow(session)
{
    private byte[] _left = [];
    private bool _wantsRoom;

    public uint Tag => tag;

    public StreamSocket Socket { get; set; }

    public override int Send(ReadOnlySpan<byte> text)
    {
        var taken = Math.Max(Socket.Send(text), 0);   // what went wrong shows when the flow listens
        _wantsRoom = taken < text.Length;
        return taken;
    }

    public override void CloseSend() => Socket.ShutdownSend();

    /// <summary>There is room to send.</summary>
    public void Writable(TimeSpan now)
    {
        if (_wantsRoom && Phase == FlowPhase.Talking)
        {
            Proceed(now);
        }
    }

    /// <summary>Takes what the socket has, until the flow leaves some of it for a later step.</summary>
    public void Listen(Span<byte> buffer, TimeSpan now)
    {
        if (_left.Length > 0)
        {
            var text = _left;
            _left = [];
            Keep(text, Received(text, now));
        }

        while (Phase == FlowPhase.Talking && _left.Length == 0)
        {
            var length = Socket.Receive(buffer);
            if (length > 0)
            {
                Keep(buffer[..length], Received(buffer[..length], now));
                continue;
            }

            if (length == 0)
            {
                PeerClosed(now);
            }
            else if (Libc.LastOnPacketPath is var errno and not Errno.EAGAIN and not Errno.EINTR)
            {
                generator.Broken(this, errno);
            }

            return;
        }
    }

    /// <remarks>Nobody sees the rest of the close: it is the kernel's.</remarks>
    protected override void Close()
    {
        Socket.Close();
        generator.End(this, FlowEnd.Completed);
    }

    protected override void Abort()
    {
        Socket.Reset();
        generator.End(this, FlowEnd.CutOff);
    }

    protected override void Resume(TimeSpan now) => generator.Resume(this, now);

    private void Keep(ReadOnlySpan<byte> text, int taken) => _left = Phase == FlowPhase.Talking && taken < text.Length ? text[taken..].ToArray() : [];
}
