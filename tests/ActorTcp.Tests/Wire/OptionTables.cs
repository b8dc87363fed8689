using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 9293 §3.1, §3.2 (MUST-4 to MUST-7, MUST-64, MUST-68): every option, in every length, in any place.</summary>
public sealed class OptionTables
{
    [Rule("RFC 9293", "MUST-4")]
    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0101010100")]
    public void Padding_is_no_option(string octets) => Assert.Equal(OptionKinds.None, Read(octets).Present);

    [Fact]
    public void Nothing_after_the_end_of_the_list_is_looked_at() => Assert.Equal(OptionKinds.None, Read("00 020405b4").Present);

    [Rule("RFC 9293", "MUST-5")]
    [Theory]
    [InlineData("02 04 05b4", OptionKinds.Mss)]
    [InlineData("01 02 04 05b4 01 01 01", OptionKinds.Mss)]
    [InlineData("03 03 0e", OptionKinds.WindowScale)]
    [InlineData("04 02", OptionKinds.SackPermitted)]
    [InlineData("05 0a 0000000100000002", OptionKinds.Sack)]
    [InlineData("08 0a 0000000100000002", OptionKinds.Timestamps)]
    [InlineData("0101 08 0a 0000000100000002", OptionKinds.Timestamps)]
    [InlineData("1c 04 8005", OptionKinds.UserTimeout)]
    [InlineData("22 02", OptionKinds.FastOpen)]
    [InlineData("22 06 01020304", OptionKinds.FastOpen)]
    [InlineData("22 12 0102030405060708090a0b0c0d0e0f10", OptionKinds.FastOpen)]
    [InlineData("fe 04 f989", OptionKinds.FastOpen | OptionKinds.ExperimentalFastOpen)]
    [InlineData("fe 08 f989 01020304", OptionKinds.FastOpen | OptionKinds.ExperimentalFastOpen)]
    [InlineData("fe 04 0348", OptionKinds.Unknown)]
    [InlineData("1e 02", OptionKinds.Unknown)]
    public void An_option_is_known_by_its_kind(string octets, Enum expected) => Assert.Equal((OptionKinds)expected, Read(octets).Present);

    [Rule("RFC 9293", "MUST-68")]
    [Rule("RFC 9293", "MUST-6")]
    [Theory]
    [InlineData("02 03 05")]
    [InlineData("02 05 05b400")]
    [InlineData("03 02")]
    [InlineData("03 04 0e00")]
    [InlineData("04 03 00")]
    [InlineData("05 02")]
    [InlineData("05 09 00000001000000")]
    [InlineData("08 09 00000001000000")]
    [InlineData("08 0b 000000010000000203")]
    [InlineData("1c 03 80")]
    [InlineData("22 04 0102")]
    [InlineData("22 07 0102030405")]
    [SubtleCase(36)]
    [InlineData("fe 03 f9")]
    [InlineData("fe 06 f989 0102")]
    public void A_known_kind_of_a_wrong_length_is_passed_over_as_unknown(string octets) =>
        Assert.Equal(OptionKinds.Unknown | OptionKinds.SackPermitted, Read(octets + "0402").Present);

    [Rule("RFC 9293", "MUST-7")]
    [Theory]
    [InlineData("02 00 05b4")]
    [InlineData("02 01 05b4")]
    [InlineData("02 05 05b4")]
    [InlineData("02")]
    [InlineData("fd ff 0000")]
    [InlineData("08 0a 00000001")]
    [SubtleCase(36)]
    public void An_illegal_length_ends_the_walk_and_what_stood_before_is_kept(string octets)
    {
        var options = Read("030307" + octets);
        Assert.Equal(OptionKinds.WindowScale | OptionKinds.Malformed, options.Present);
        Assert.Equal(7, options.WindowScale);
    }

    [Fact]
    public void Values_are_taken_as_they_stand()
    {
        var options = Read("0204ffff 0303ff 080a01020304f1f2f3f4 1c048005 2206a1a2a3a4");
        Assert.Equal(0xFFFF, options.Mss);
        Assert.Equal(255, options.WindowScale);
        Assert.Equal(0x0102_0304u, options.TsVal);
        Assert.Equal(0xF1F2_F3F4u, options.TsEcr);
        Assert.Equal(0x8005, options.UserTimeout);
        Assert.Equal(4, options.CookieLength);
        Assert.Equal(Samples.Hex("a1a2a3a4"), options.Cookie[..4].ToArray());
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void As_many_sack_blocks_as_the_length_says(int blocks)
    {
        var octets = "05" + (2 + 8 * blocks).ToString("x2", null);
        for (var i = 1; i <= blocks; i++)
            octets += $"ffffff0{i}0000000{i}";
        var options = Read(octets);
        Assert.Equal(blocks, options.SackCount);
        for (var i = 1; i <= blocks; i++)
            Assert.Equal(new SackBlock(new SeqNum(0xFFFF_FF00 + (uint)i), new SeqNum((uint)i)), options.Sacks[i - 1]);
    }

    [Rule("RFC 9293", "MUST-64")]
    [Fact]
    public void Of_an_option_given_twice_the_last_counts() => Assert.Equal(0x1111, Read("020405b4 02041111").Mss);

    private static TcpOptions Read(string octets)
    {
        OptionsReader.Read(Samples.Hex(octets), out var options);
        return options;
    }
}
