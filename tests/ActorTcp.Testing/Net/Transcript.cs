using System.Diagnostics;
using System.Text;

namespace ActorTcp.Testing;

/// <summary>
/// What a process says, line by line as it comes. It is read by threads of its own: the thread pool must not grow from a thread
/// that a test has moved into a network namespace, for the new pool thread would stay there.
/// </summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();
    private readonly List<Thread> _readers = [];

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public void Follow(StreamReader reader)
    {
        var thread = new Thread(() => Read(reader)) { IsBackground = true };
        _readers.Add(thread);
        thread.Start();
    }

    /// <summary>Waits until the text holds <paramref name="part"/>, at most as long as <paramref name="patience"/>.</summary>
    /// <returns>Whether it does.</returns>
    public bool WaitFor(string part, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        lock (_text)
        {
            while (!_text.ToString().Contains(part, StringComparison.Ordinal))
            {
                var left = patience - Stopwatch.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_text, left);
            }
        }

        return true;
    }

    /// <summary>Waits until the last line is read, unless a grandchild keeps the pipe open for longer than is worth waiting.</summary>
    public void WaitForEnd() => _readers.ForEach(static thread => thread.Join(TimeSpan.FromSeconds(2)));

    private void Read(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            lock (_text)
            {
                _text.Append(line).Append('\n');
                Monitor.PulseAll(_text);
            }
        }
    }
}
