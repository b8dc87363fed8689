using Microsoft.Extensions.Logging;

namespace ActorTcp.Tests.Hosting;

/// <summary>Writes what is logged into a list, level first.</summary>
internal sealed class LinesOfLog(List<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add($"{logLevel} {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
