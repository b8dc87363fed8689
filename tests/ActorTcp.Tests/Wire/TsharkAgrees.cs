using System.Diagnostics;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>What we write, another program reads the same. Skipped where tshark is not installed.</summary>
public sealed class TsharkAgrees
{
    private const uint RawIpLinkType = 101;

    [Rule("RFC 9293", "MUST-2")]
    [Theory, InlineData(true), InlineData(false)]
    public async Task With_our_segments_and_their_checksums(bool v4)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/tshark"), "tshark is not installed.");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Capture(v4), TestContext.Current.CancellationToken);
            var lines = await Fields(file, "tcp.checksum.status", v4 ? "ip.checksum.status" : "ipv6.flow", "tcp.options", "_ws.malformed");
            Assert.Equal(Sets.Length, lines.Length);
            for (var i = 0; i < lines.Length; i++)
                Assert.Equal($"1\t{(v4 ? "1" : "0x054321")}\t{OptionsInHex(Sets[i])}\t", lines[i]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static readonly OptionKinds[] Sets =
    [
        OptionKinds.None,
        OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.Timestamps | OptionKinds.WindowScale,
        OptionKinds.Timestamps | OptionKinds.Sack,
        OptionKinds.Sack | OptionKinds.UserTimeout,
        OptionKinds.Mss | OptionKinds.FastOpen,
    ];

    private static string OptionsInHex(OptionKinds kinds)
    {
        var octets = new byte[OptionsWriter.MaxLength];
        return Convert.ToHexStringLower(octets, 0, OptionsWriter.Write(octets, Samples.Options(kinds)));
    }

    /// <summary>A pcap file with one segment for each set of options.</summary>
    private static byte[] Capture(bool v4)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        foreach (var word in new uint[] { 0xA1B2_C3D4, 4 << 16 | 2, 0, 0, 0xFFFF, RawIpLinkType })
            writer.Write(word);
        var packet = new byte[1500];
        foreach (var kinds in Sets)
        {
            var control = (kinds & OptionKinds.Mss) != 0 ? ControlBits.Syn : ControlBits.Ack;
            var seg = new Segment { Control = control, Options = Samples.Options(kinds), Text = "odd"u8 };
            var length = SegmentWriter.Write(packet, Samples.Tuple(v4), in Samples.Path, in seg);
            foreach (var word in new uint[] { 0, 0, (uint)length, (uint)length })
                writer.Write(word);
            writer.Write(packet, 0, length);
        }

        return file.ToArray();
    }

    private static async Task<string[]> Fields(string file, params string[] fields)
    {
        string[] arguments = ["-r", file, "-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE", "-T", "fields"];
        var start = new ProcessStartInfo("/usr/bin/tshark", [.. arguments, .. fields.SelectMany(field => new[] { "-e", field })])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var tshark = Process.Start(start)!;
        var errors = tshark.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await tshark.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tshark.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(tshark.ExitCode == 0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
