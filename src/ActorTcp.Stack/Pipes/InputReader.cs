using System.IO.Pipelines;

namespace ActorTcp.Stack;

/// <summary>The application's end of an <see cref="InputPipe"/>: a pipe's reader that tells when it is completed, and whether text was left.</summary>
/// <param name="done">Called once, on the application's thread, with whether there was text that it had not looked at.</param>
internal sealed class InputReader(PipeReader inner, Action<bool> done) : PipeReader
{
    private bool _isReading;
    private bool _isDone;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        _isReading = true;
        return inner.ReadAsync(cancellationToken);
    }

    public override bool TryRead(out ReadResult result) => _isReading = inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _isReading = false;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null)
    {
        if (_isDone)
        {
            return;
        }

        _isDone = true;
        var wasLeftUnread = !_isReading && HasText();
        inner.Complete(exception);
        done(wasLeftUnread);
    }

    private bool HasText()
    {
        try
        {
            return inner.TryRead(out var rest) && !rest.Buffer.IsEmpty;
        }
        catch (IOException)
        {
            return false;   // the connection has failed: nobody has to be told
        }
    }
}
