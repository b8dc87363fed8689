using System.Runtime.ExceptionServices;

namespace ActorTcp.Lab;

/// <summary>A thread inside a namespace of the laboratory.</summary>
internal sealed class LabThread
{
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    /// <param name="begins">Whether there is anything to do at all.</param>
    public LabThread(string name, LabNamespace place, Action action, bool begins = true)
    {
        _thread = new Thread(() => Run(place, action)) { Name = name, IsBackground = true };
        if (begins)
        {
            _thread.Start();
        }
    }

    public bool IsRunning => _thread.IsAlive;

    /// <summary>Waits for its end; what it threw comes out here.</summary>
    public void Join()
    {
        if ((_thread.ThreadState & ThreadState.Unstarted) == 0)
        {
            _thread.Join();
        }

        _failure?.Throw();
    }

    private void Run(LabNamespace place, Action action)
    {
        try
        {
            place.Run(action);
        }
        catch (Exception thrown)
        {
            _failure = ExceptionDispatchInfo.Capture(thrown);
        }
    }
}
