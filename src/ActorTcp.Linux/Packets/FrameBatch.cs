namespace ActorTcp.Linux;

/// <summary>Frames for one sendmmsg(2), in memory that stays where it is.</summary>
internal sealed unsafe class FrameBatch
{
    private readonly byte[] _octets;
    private readonly iovec[] _vectors;
    private readonly mmsghdr[] _messages;
    private readonly int _room;

    /// <param name="room">Octets that a frame may have.</param>
    public FrameBatch(int frames, int room)
    {
        _room = room;
        _octets = GC.AllocateArray<byte>(frames * room, pinned: true);
        _vectors = GC.AllocateArray<iovec>(frames, pinned: true);
        _messages = GC.AllocateArray<mmsghdr>(frames, pinned: true);
        for (var i = 0; i < frames; i++)
        {
            _vectors[i].iov_base = At(_octets, i * room);
            _messages[i].msg_hdr = new msghdr { msg_iov = (nint)At(_vectors, i), msg_iovlen = 1 };
        }
    }

    public int Frames => _messages.Length;

    internal mmsghdr* Messages => At(_messages, 0);

    /// <summary>Where to write a frame; what was there before still is.</summary>
    public Span<byte> this[int frame] => _octets.AsSpan(frame * _room, _room);

    public void SetLength(int frame, int octets) => _vectors[frame].iov_len = (nuint)octets;

    private static T* At<T>(T[] pinned, int index) where T : unmanaged
    {
        fixed (T* start = pinned)
        {
            return start + index;
        }
    }
}
