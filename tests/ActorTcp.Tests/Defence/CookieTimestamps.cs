using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.6: the options that a cookie has no room for ride in the timestamp.</summary>
[Rule("RFC 4987", "§3.6")]
public sealed class CookieTimestamps
{
    private static readonly Arbitrary<(uint Clock, byte Shift, OptionKinds Offered)> Stamps = Arb.From(
        from high in Gen.Choose(0, 0xFFFF)
        from low in Gen.Choose(0, 0xFFFF)
        from shift in Gen.Choose(0, 255)
        from offered in Gen.Choose(0, 255)
        select (((uint)high << 16) | (uint)low, (byte)shift, (OptionKinds)offered));

    [Fact]
    public void Bring_the_options_back_and_never_run_ahead_of_the_clock() => Check.QuickThrowOnFailure(Prop.ForAll(Stamps, stamp =>
    {
        var (clock, shift, offered) = stamp;
        var agreed = (offered & (OptionKinds.WindowScale | OptionKinds.SackPermitted)) | OptionKinds.Timestamps;
        var sent = CookieTimestamp.Encode(clock, agreed, shift, ecn: shift > 99);
        var acknowledgment = new TcpOptions { Present = OptionKinds.Timestamps, TsEcr = sent, TsVal = 99 };
        var options = CookieTimestamp.Decode(in acknowledgment, mss: 1400);
        return CookieTimestamp.HasEcn(in acknowledgment) == shift > 99
            && options.Present == (agreed | OptionKinds.Mss)
            && (options.WindowScale == Math.Min(shift, (byte)14) || !options.Has(OptionKinds.WindowScale))
            && options is { TsVal: 99, Mss: 1400 }
            && unchecked(clock - sent) < 64;
    }));

    [Fact]
    public void Are_not_asked_where_there_are_none() =>
        Assert.Equal(OptionKinds.Mss, CookieTimestamp.Decode(default, mss: 536).Present);
}
