using System.Runtime.Versioning;

namespace ActorTcp.SystemTests;

/// <summary><c>actortcp demo</c> for whoever may be asking.</summary>
[SupportedOSPlatform("linux")]
public sealed class ADemonstration
{
    private const string Beginning = "1  The three-way handshake";
    private const string Eager = "Step 3 may carry data";
    private const string Data = "2  Data";
    private const string Dangers = "4  Why step 3?";

    [Fact]
    public void Draws_with_a_kernel_client_what_tshark_reads_in_the_capture()
    {
        Needs.Namespaces();
        Needs.Command("tshark");
        using var demo = new DemoRun([]);

        Assert.Contains("A client of the Linux kernel", demo.Output, StringComparison.Ordinal);
        DrawsWhatWasCaptured(demo);
    }

    [Fact]
    public void Draws_in_memory_what_tshark_reads_in_the_capture()
    {
        Needs.Command("tshark");
        using var demo = new DemoRun([], "--in-memory");

        Assert.Contains("Both ends are our own", demo.Output, StringComparison.Ordinal);
        DrawsWhatWasCaptured(demo);
    }

    [Fact]
    public void Asks_the_kernel_how_it_sees_its_end()
    {
        Needs.Namespaces();
        using var demo = new DemoRun([]);
        Assert.Contains("(/proc/net/tcp): ESTABLISHED, FIN-WAIT-2, TIME-WAIT.", OneLine(demo.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_both_dangers_of_doing_without_step_3()
    {
        using var demo = new DemoRun([], "--in-memory");

        string synAck = "< SYN-ACK seq 0 ack 1", syn = "> SYN seq 0";
        Assert.Equal([syn, .. Enumerable.Repeat(synAck, 6)], demo.Drawn(Dangers, "Were there no step 3"));
        Assert.Equal([syn, synAck, "> ACK seq 1 ack 1"], demo.Drawn("waits outside", "SYNs were dropped"));
        Assert.Equal("> RST seq 1", demo.Drawn("(b)", "The server cannot know")[^1]);
        Assert.Contains("LISTEN        nobody asked for this", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Falls_back_to_the_link_in_memory_and_says_so_for_a_user_without_a_tun_device()
    {
        Needs.Namespaces();
        Needs.Command("setpriv");
        Assert.SkipWhen((File.GetUnixFileMode("/dev/net/tun") & UnixFileMode.OtherWrite) != 0, "/dev/net/tun is open to everybody here");
        using var demo = new DemoRun(Unprivileged.AsNobody);
        Assert.Contains("No kernel takes part: not permitted to ", OneLine(demo.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_a_kernel_in_a_user_namespace_for_a_user_with_a_tun_device()
    {
        Needs.Namespaces();
        Needs.Command("setpriv");
        Needs.Command("tshark");
        Needs.UserNamespaces();
        using var demo = new DemoRun(Unprivileged.WithTun);

        Assert.Contains("A client of the Linux kernel", demo.Output, StringComparison.Ordinal);
        DrawsWhatWasCaptured(demo);
    }

    [Fact]
    public void Makes_do_with_ascii()
    {
        using var demo = new DemoRun([], "--in-memory", "--ascii");
        Assert.DoesNotContain(demo.Output, letter => letter > '~');
    }

    [Fact]
    public void Repeats_itself_from_a_seed()
    {
        using var one = new DemoRun([], "--in-memory", "--seed", "5");
        using var other = new DemoRun([], "--in-memory", "--seed", "5");
        Assert.Equal(Numbers(one), Numbers(other));

        static string Numbers(DemoRun run) => OneLine(run.Output[..run.Output.IndexOf("Step 3", StringComparison.Ordinal)]);
    }

    private static void DrawsWhatWasCaptured(DemoRun demo)
    {
        string[] whole = [.. demo.Drawn(Beginning, Eager), .. demo.Drawn(Data, Dangers)];
        Assert.Equal(demo.Captured(stream: 0), whole);
        var eager = demo.Drawn(Eager, Data);
        Assert.Equal(demo.Captured(stream: 1)[..eager.Length], eager);
        Assert.Equal("> PSH-ACK seq 1 ack 1 len 13", eager[2]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
