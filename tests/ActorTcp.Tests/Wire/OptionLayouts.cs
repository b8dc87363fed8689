using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Options are written in the order and with the padding that Linux uses, and come back as they were.</summary>
public sealed class OptionLayouts
{
    private const OptionKinds Syn = OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.Timestamps | OptionKinds.WindowScale;

    [Rule("RFC 9293", "MUST-69")]
    [Theory]
    [InlineData(OptionKinds.None, 0, "")]
    [InlineData(OptionKinds.Mss, 0, "020405b4")]
    [InlineData(Syn, 0, "020405b4 0402080a01020304f1f2f3f4 01030307")]
    [InlineData(OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.WindowScale, 0, "020405b4 01010402 01030307")]
    [InlineData(OptionKinds.Timestamps, 0, "0101080a01020304f1f2f3f4")]
    [InlineData(OptionKinds.Sack, 1, "0101050a ffffff00000000f4")]
    [InlineData(OptionKinds.Timestamps | OptionKinds.Sack, 1, "0101080a01020304f1f2f3f4 0101050a ffffff00000000f4")]
    [InlineData(Syn | OptionKinds.FastOpen, 0, "020405b4 0402080a01020304f1f2f3f4 01030307 220ac0c1c2c3c4c5c6c7 0101")]
    [InlineData(OptionKinds.Mss | OptionKinds.UserTimeout, 0, "020405b4 1c048005")]
    public void As_Linux_lays_them_out(Enum kinds, int sackCount, string expected)
    {
        var octets = new byte[OptionsWriter.MaxLength];
        var length = OptionsWriter.Write(octets, Samples.Options((OptionKinds)kinds, sackCount));
        Assert.Equal(Samples.Hex(expected), octets[..length]);
    }

    [Fact]
    public void Every_set_of_options_that_fits_comes_back_and_its_length_is_foretold()
    {
        var octets = new byte[OptionsWriter.MaxLength];
        for (var kinds = OptionKinds.None; kinds < OptionKinds.Unknown; kinds++)
        {
            for (var blocks = 1; blocks <= 4; blocks++)
            {
                for (var cookie = 4; cookie <= 16; cookie += 2)
                    ComesBack(Samples.Options(kinds, blocks, cookie), octets);
            }
        }
    }

    [Fact]
    public void With_timestamps_there_is_room_for_three_sack_blocks()
    {
        var octets = new byte[OptionsWriter.MaxLength];
        var length = OptionsWriter.Write(octets, Samples.Options(OptionKinds.Timestamps | OptionKinds.Sack));
        OptionsReader.Read(octets.AsSpan(0, length), out var read);
        Assert.Equal((40, 3), (length, read.SackCount));
    }

    [Fact]
    public void What_was_unknown_or_malformed_is_not_written() =>
        Assert.Equal(0, OptionsWriter.Length(new TcpOptions { Present = OptionKinds.Unknown | OptionKinds.Malformed }));

    private static void ComesBack(in TcpOptions options, byte[] octets)
    {
        octets.AsSpan().Fill(0xEE);
        var length = OptionsWriter.Write(octets, in options);
        Assert.Equal(OptionsWriter.Length(in options), length);
        Assert.True(length % 4 == 0 && length <= OptionsWriter.MaxLength);
        Assert.Equal(-1, octets.AsSpan(length).IndexOfAnyExcept((byte)0xEE));

        OptionsReader.Read(octets.AsSpan(0, length), out var read);
        var leftOut = options.Present & ~read.Present;
        Assert.Equal(OptionKinds.None, read.Present & ~options.Present);
        Assert.Equal(OptionKinds.None, leftOut & ~(OptionKinds.Sack | OptionKinds.FastOpen | OptionKinds.UserTimeout));
        Assert.True(leftOut == OptionKinds.None || length >= 24);
        if (read.Has(OptionKinds.Sack))
            Assert.True(((ReadOnlySpan<SackBlock>)options.Sacks)[..read.SackCount].SequenceEqual(read.Sacks[..read.SackCount]));
        if (read.Has(OptionKinds.FastOpen))
            Assert.True(((ReadOnlySpan<byte>)options.Cookie)[..options.CookieLength].SequenceEqual(read.Cookie[..read.CookieLength]));
    }
}
