using System.Diagnostics;
using System.Globalization;
using ActorTcp.Cli;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary>sd_notify(3), heard at the other end.</summary>
public sealed class WhatSystemdIsTold
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StringWriter _error = new();

    [Theory, InlineData(false), InlineData(true)]
    public void Goes_to_a_socket_that_is_a_file_or_has_an_abstract_name(bool isAbstract)
    {
        using var listener = new NotifyListener(isAbstract);
        using var systemd = From(("NOTIFY_SOCKET", listener.Address));

        systemd.Ready("serving on at0");

        Assert.Equal(["READY=1", "STATUS=serving on at0"], listener.Receive(Patience));
    }

    [Fact]
    public void Dates_a_reload_by_the_monotonic_clock()
    {
        using var listener = new NotifyListener();
        using var systemd = From(("NOTIFY_SOCKET", listener.Address));
        var before = Stopwatch.GetTimestamp() / 1000;

        systemd.Reloading();

        Assert.Equal(1_000_000_000, Stopwatch.Frequency);
        var message = listener.Receive(Patience);
        Assert.Equal("RELOADING=1", message[0]);
        Assert.StartsWith("MONOTONIC_USEC=", message[1], StringComparison.Ordinal);
        Assert.InRange(long.Parse(message[1].Split('=')[1], CultureInfo.InvariantCulture), before, Stopwatch.GetTimestamp() / 1000);
    }

    [Fact]
    public void Asks_for_as_much_time_to_end_as_connections_have()
    {
        using var listener = new NotifyListener();
        using var systemd = From(("NOTIFY_SOCKET", listener.Address));

        systemd.Stopping(90.Seconds());

        var message = listener.Receive(Patience);
        Assert.Equal(("STOPPING=1", "EXTEND_TIMEOUT_USEC=95000000"), (message[0], message[2]));
    }

    [Fact]
    public void Is_nothing_where_nobody_listens()
    {
        using var systemd = From(("WATCHDOG_USEC", "1000000"));
        systemd.Ready("");
        Assert.Null(systemd.Watchdog);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public void Is_said_to_be_lost_once_when_the_socket_is_gone()
    {
        using var systemd = From(("NOTIFY_SOCKET", "/nowhere/notify"));
        systemd.Ready("");
        systemd.Alive();
        Assert.StartsWith("warning: the service manager cannot be told READY=1: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Single(_error.ToString().TrimEnd().Split('\n'));
    }

    [Theory, InlineData("", 2.5), InlineData("self", 2.5), InlineData("1", null)]
    public void Has_a_watchdog_where_it_is_meant_for_this_process(string pid, double? seconds)
    {
        using var listener = new NotifyListener();
        using var systemd = From(
            ("NOTIFY_SOCKET", listener.Address),
            ("WATCHDOG_USEC", "2500000"),
            ("WATCHDOG_PID", pid == "self" ? Environment.ProcessId.ToString(CultureInfo.InvariantCulture) : pid));
        Assert.Equal(seconds, systemd.Watchdog?.TotalSeconds);
    }

    private Systemd From(params (string Name, string Value)[] variables) =>
        Systemd.From(variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal).GetValueOrDefault, _error);
}
