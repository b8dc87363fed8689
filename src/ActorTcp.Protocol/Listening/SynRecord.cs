using System.Runtime.InteropServices;
using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.5: what a SYN cache remembers of a half-open connection, in one cache line. Times are milliseconds of the shard's clock, and wrap.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct SynRecord
{
    public const int Size = 64;

    private IpAddr _local;
    private IpAddr _remote;
    private ushort _localPort;
    private ushort _remotePort;

    /// <summary>When the SYN came.</summary>
    public uint Born;

    /// <summary>When the SYN-ACK is to be repeated, or the record given up.</summary>
    public uint Due;

    public SeqNum Irs;
    public SeqNum Iss;

    /// <summary>TSval of the SYN.</summary>
    public uint TsVal;
    public ushort Wnd;
    public ushort Mss;
    public OptionKinds Options;
    private byte _shiftAndEcn;

    /// <summary>How often the SYN-ACK has been repeated.</summary>
    public byte Repetitions;

    private const byte Ecn = 0x80;

    public SynRecord(in FourTuple tuple, in Segment syn, SeqNum iss)
    {
        (_local, _localPort, _remote, _remotePort) = (tuple.Local, tuple.LocalPort, tuple.Remote, tuple.RemotePort);
        var options = syn.Options;
        (Irs, Iss, Wnd) = (syn.Seq, iss, syn.Wnd);
        (Options, Mss, TsVal) = (options.Present, options.Mss, options.TsVal);
        _shiftAndEcn = (byte)(Math.Min(options.WindowScale, WindowScale.Largest) | (EcnSetup.Asks(in syn) ? Ecn : 0));
    }

    public readonly FourTuple Tuple => new(_local, _localPort, _remote, _remotePort);

    /// <summary>A place without a record has no addresses.</summary>
    public readonly bool IsFree => _remote == default;

    /// <summary>The SYN, as far as it is remembered.</summary>
    public readonly Segment Syn => new()
    {
        Seq = Irs,
        Control = ControlBits.Syn | EcnSetup.OnSynThatAsks((_shiftAndEcn & Ecn) != 0),
        Wnd = Wnd,
        Options = new TcpOptions { Present = Options, Mss = Mss, WindowScale = (byte)(_shiftAndEcn & ~Ecn), TsVal = TsVal },
    };

    /// <summary>How long ago the SYN came.</summary>
    public readonly TimeSpan Age(TimeSpan now) => TimeSpan.FromMilliseconds(unchecked(SynCache.Milliseconds(now) - Born));

    public readonly bool Is(in FourTuple tuple) =>
        _remote == tuple.Remote && _remotePort == tuple.RemotePort && _localPort == tuple.LocalPort && _local == tuple.Local;
}
