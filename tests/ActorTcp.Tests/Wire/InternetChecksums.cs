using System.Buffers.Binary;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 1071 and RFC 1624.</summary>
public sealed class InternetChecksums
{
    [Fact]
    public void The_example_of_the_RFC_sums_to_what_it_says() =>
        Assert.Equal(unchecked((ushort)~0xDDF2), InternetChecksum.Compute(Samples.Hex("0001 f203 f4f5 f6f7")));

    [Fact]
    public void The_fast_sum_agrees_with_the_plain_one_at_every_length_and_alignment()
    {
        var random = new Random(1071);
        var octets = new byte[70_000];
        random.NextBytes(octets);
        for (var length = 0; length < 300; length++)
        {
            for (var start = 0; start < 33; start++)
                Agrees(octets.AsSpan(start, length), (uint)random.Next());
        }

        for (var i = 0; i < 200; i++)
            Agrees(octets.AsSpan(random.Next(64), random.Next(69_000)), (uint)random.Next());
    }

    [Theory, InlineData(0x00), InlineData(0xFF)]
    public void Nothing_overflows_on_uniform_octets(byte octet)
    {
        var octets = new byte[0xFFFF];
        octets.AsSpan().Fill(octet);
        for (var length = 0xFF00; length < octets.Length; length++)
            Agrees(octets.AsSpan(0, length), uint.MaxValue >> 1);
    }

    [Fact]
    public void Parts_of_even_length_add_up()
    {
        var octets = new byte[101];
        new Random(2).NextBytes(octets);
        for (var cut = 0; cut < octets.Length; cut += 2)
            Assert.Equal(ReferenceChecksum.Of(octets), InternetChecksum.Compute(octets.AsSpan(cut), InternetChecksum.Sum(octets.AsSpan(0, cut))));
    }

    [Fact]
    public void A_change_of_one_word_can_be_made_up_for_without_summing_again()
    {
        var random = new Random(1624);
        var octets = new byte[40];
        for (var i = 0; i < 10_000; i++)
        {
            random.NextBytes(octets);
            var (was, now) = ((uint)random.NextInt64(1L << 32), (uint)random.NextInt64(1L << 32));
            BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(8), was);
            var before = InternetChecksum.Compute(octets);
            BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(8), now);
            Assert.Equal(InternetChecksum.Compute(octets), InternetChecksum.Update(before, was, now));
        }
    }

    [Fact]
    public void The_corner_of_RFC_1624_section_4_comes_out_as_zero() =>
        Assert.Equal(0x0000, InternetChecksum.Update(0xDD2F, (ushort)0x5555, (ushort)0x3285));

    [Theory, InlineData("c0000201", "c6336407", 6, 20), InlineData("20010db8000000000000000000000001", "20010db8ffff00000000000000000007", 58, 70_000)]
    [Rule("RFC 8200", "§8.1")]
    public void A_pseudo_header_sums_like_its_octets(string source, string destination, byte protocol, int length)
    {
        var octets = Samples.Hex(source + destination + length.ToString("x8", null) + "000000" + protocol.ToString("x2", null));
        Assert.Equal(ReferenceChecksum.Of(octets), InternetChecksum.Finish(PseudoHeader.Sum(Read(source), Read(destination), (IpProtocol)protocol, length)));
    }

    private static IpAddr Read(string hex) => hex.Length == 8 ? IpAddr.ReadV4(Samples.Hex(hex)) : IpAddr.ReadV6(Samples.Hex(hex));

    private static void Agrees(ReadOnlySpan<byte> octets, uint initial) =>
        Assert.Equal(ReferenceChecksum.Of(octets, initial), InternetChecksum.Compute(octets, initial));
}
