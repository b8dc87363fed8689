namespace ActorTcp.Lab;

/// <summary>The octets under an SslStream: what it writes waits to be sent, and what has arrived waits to be read.</summary>
internal sealed class TlsOctets : Stream
{
    private readonly MemoryStream _arrived = new();
    private byte[] _leaving = [];
    private TaskCompletionSource<int>? _reader;
    private Memory<byte> _wanted;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public bool IsDrained => _leaving.Length == 0;

    public void Feed(ReadOnlySpan<byte> text)
    {
        var read = _arrived.Position;
        _arrived.Seek(0, SeekOrigin.End);
        _arrived.Write(text);
        _arrived.Position = read;
        if (_reader is { } reader)
        {
            _reader = null;
            reader.SetResult(_arrived.Read(_wanted.Span));
        }
    }

    public void Drain(Flow flow)
    {
        if (_leaving.Length > 0)
        {
            _leaving = _leaving[flow.Send(_leaving)..];
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_arrived.Position < _arrived.Length || buffer.IsEmpty)
        {
            return ValueTask.FromResult(_arrived.Read(buffer.Span));
        }

        (_wanted, _reader) = (buffer, new TaskCompletionSource<int>());
        return new ValueTask<int>(_reader.Task);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _leaving = [.. _leaving, .. buffer.Span];
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
