using System.Net;
using ActorTcp.Cli;
using ActorTcp.Lab;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary><c>actortcp load</c>: what its options mean, and what it answers to bad ones.</summary>
public sealed class LoadCommandLine
{
    [Fact]
    public void The_target_is_enough()
    {
        var options = Options("127.0.0.1:80");

        Assert.Equal(("inject 1000/s for 10s", "handshake", LoadEngine.Kernel, null), (options.Job.Plan, options.Job.Exchange, options.Job.Engine, options.Job.Sources));
        Assert.Equal(new LoadLimits(), options.Job.Limits);
    }

    [Fact]
    public void Every_bound_can_be_set()
    {
        var limits = Options("[::1]:80 --max-rate 5000/s --max-open 7 --max-duration 1h --max-memory 512M --wait 1s --drain 2s").Job.Limits;

        Assert.Equal(
            new LoadLimits { Rate = 5000, Open = 7, Duration = TimeSpan.FromHours(1), Memory = 512 << 20, Wait = TimeSpan.FromSeconds(1), Drain = TimeSpan.FromSeconds(2) },
            limits);
    }

    [Fact]
    public void A_script_is_an_exchange_in_a_file()
    {
        using var script = new TemporaryFile("send \"x\" # one\ntake 1\n");

        Assert.Equal("send \"x\" # one\ntake 1", Options($"127.0.0.1:80 --script {script.Path}").Job.Exchange);
        Assert.Equal("--do and --script say the same thing: choose one.", Refusal($"127.0.0.1:80 --do tls --script {script.Path}"));
    }

    [Theory]
    [InlineData("127.0.0.1", "TARGET: '127.0.0.1' has no port. Valid: ADDRESS:PORT such as 10.77.0.1:80 or [fd77::1]:80, PREFIX:PORT such as 10.77.0.0/16:80.")]
    [InlineData("127.0.0.1:0", "TARGET: '127.0.0.1:0' has no port.")]
    [InlineData("10.77.0.300:80", "TARGET: '10.77.0.300' is neither an address nor a prefix. Valid: such as 10.77.0.1, fd77::1, 10.77.0.0/16.")]
    [InlineData("127.0.0.1:80 --load hammer", "--load hammer: 'hammer' is no load. Valid, one or several separated by commas: ")]
    [InlineData("127.0.0.1:80 --do shout", "--do shout: 'shout' is no step. Valid: handshake, ")]
    [InlineData("127.0.0.1:80 --script /nowhere", "--script /nowhere: Could not find file '/nowhere'.")]
    [InlineData("127.0.0.1:80 --engine turbo", "--engine turbo: Valid: kernel, stack.")]
    [InlineData("127.0.0.1:80 --from 10.1.2.3/16", "--from 10.1.2.3/16: the address has bits beyond the prefix.")]
    [InlineData("127.0.0.1:80 --wait soon", "--wait soon: 'soon' is no duration up to a day.")]
    [InlineData("127.0.0.1:80 --processes 0", "--processes 0: Valid: 1 to 256.")]
    [InlineData("127.0.0.1:80 --engine stack --processes 2", "--processes 2: engine stack has one device for its source addresses, and so one process.")]
    [InlineData("127.0.0.1:80 --fail-if p99", "--fail-if p99: 'p99' is no threshold. Valid: ")]
    [InlineData("127.0.0.1:80 --max-memory lots", "--max-memory lots: Valid: octets, such as 512M or 4G.")]
    [InlineData("127.0.0.1:80 --engine stack", "engine stack sends from its own device, and the kernel takes nothing for 127.0.0.0/8 from a device.")]
    public void Bad_input_is_cited(string line, string message) => Assert.StartsWith(message, Refusal(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("inject 30k/s for 1s", "the plan asks for 30000/s, and the bound is 20000/s: raise it with --max-rate.")]
    [InlineData("keep-constant 30k for 1s", "the plan keeps 30000 flows open, and the bound is 20000: raise it with --max-open.")]
    [InlineData("inject 1/s for 11m", "the plan takes 660s, and the bound is 600s: raise it with --max-duration.")]
    public void A_plan_beyond_the_bounds_is_refused(string plan, string message)
    {
        var parsed = new LoadCommand().Parse(["127.0.0.1:80", "--load", plan]);

        Assert.Equal(message, Assert.Throws<BadInputException>(() => LoadCommand.OptionsOf(parsed)).Message);
    }

    [Fact]
    public void A_host_name_stands_for_its_first_address()
    {
        var job = Options("localhost:80").Job;

        Assert.True(IPAddress.IsLoopback(LoadTarget.Parse(job.Target).Addresses[0].ToIPAddress()));
        Assert.Equal(("localhost:80", "localhost:80"), (job.Host, job.TargetName));
        Assert.Null(Options("127.0.0.1:80").Job.Host);
    }

    [Fact]
    public void A_target_beyond_this_machine_must_be_owned()
    {
        Assert.SkipWhen(OwnNetwork.IsClosed, "there is no way out of this network, so everything in it is one's own");

        Assert.EndsWith("If it is yours, say --i-own-this-target.", Refusal("192.0.2.1:80"), StringComparison.Ordinal);
        Assert.Equal("192.0.2.1:80", Options("192.0.2.1:80 --i-own-this-target").Job.Target);
    }

    private static LoadOptions Options(string line)
    {
        var parsed = new LoadCommand().Parse(line);
        Assert.Empty(parsed.Errors);
        return LoadCommand.OptionsOf(parsed);
    }

    private static string Refusal(string line) => Assert.Throws<BadInputException>(() => Options(line)).Message;
}
