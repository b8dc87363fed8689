using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Memory for <see cref="Size"/> records in TIME-WAIT; none while it is empty.</summary>
internal sealed class TimeWaitChunk
{
    /// <summary>So many that the garbage collector takes them for a large object and never copies them.</summary>
    public const int Size = 2048;
    private const int None = -1;
    private const int Free = -2;

    private TimeWaitPlace[]? _places;
    private AddressTops[]? _tops;   // null while all addresses are of IPv4
    private int _free = None;
    private int _begun;

    public int Count { get; private set; }

    public ref TimeWaitPlace this[int offset] => ref _places![offset];

    public bool IsTaken(int offset) => offset < _begun && _places![offset].Older != Free;

    public FourTuple Tuple(int offset) => (_tops is null ? AddressTops.OfV4 : _tops[offset]).Complete(in _places![offset]);

    /// <param name="spare">Memory that another chunk has given back.</param>
    public int Take(in FourTuple tuple, ref TimeWaitPlace[]? spare)
    {
        if (_places is null)
        {
            (_places, spare) = (spare ?? new TimeWaitPlace[Size], null);
        }

        var offset = _free;
        if (offset == None)
        {
            offset = _begun++;
        }
        else
        {
            _free = _places[offset].Newer;
        }

        Count++;
        ref var place = ref _places[offset];
        (place.Local, place.LocalPort) = ((uint)tuple.Local.Low, tuple.LocalPort);
        (place.Remote, place.RemotePort) = ((uint)tuple.Remote.Low, tuple.RemotePort);
        if (_tops is not null || !tuple.Local.IsV4)
        {
            (_tops ??= AllOfV4())[offset] = AddressTops.Of(in tuple);
        }

        return offset;
    }

    /// <param name="spare">Takes the memory, once nothing is left in it.</param>
    public void Return(int offset, ref TimeWaitPlace[]? spare)
    {
        ref var place = ref _places![offset];
        (place.Older, place.Newer, _free) = (Free, _free, offset);
        if (--Count == 0)
        {
            (spare, _places, _tops, _free, _begun) = (_places, null, null, None, 0);
        }
    }

    private static AddressTops[] AllOfV4()
    {
        var tops = new AddressTops[Size];
        Array.Fill(tops, AddressTops.OfV4);
        return tops;
    }
}
