namespace ActorTcp.Dashboard;

/// <summary>The headers that came last.</summary>
internal sealed class HeaderRing(int capacity)
{
    private const int Longest = 60;

    private readonly HeaderKey[] _keys = new HeaderKey[capacity];
    private readonly byte[] _lengths = new byte[capacity];
    private readonly byte[] _octets = new byte[capacity * Longest];
    private long _total;

    public void Add(in HeaderKey key, ReadOnlySpan<byte> header)
    {
        var at = (int)(_total++ % capacity);
        (_keys[at], _lengths[at]) = (key, (byte)header.Length);
        header.CopyTo(_octets.AsSpan(at * Longest));
    }

    /// <summary>The latest of that key; empty where there is none.</summary>
    public byte[] Find(HeaderKey key)
    {
        for (var i = _total - 1; i >= Math.Max(0, _total - capacity); i--)
        {
            var at = (int)(i % capacity);
            if (_keys[at] == key)
            {
                return _octets.AsSpan(at * Longest, _lengths[at]).ToArray();
            }
        }

        return [];
    }
}
