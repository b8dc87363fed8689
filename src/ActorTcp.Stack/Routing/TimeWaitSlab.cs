using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Memory for records in TIME-WAIT, in chunks: when there are more nothing moves, and a chunk that is empty is given back.</summary>
internal sealed class TimeWaitSlab
{
    private readonly List<TimeWaitChunk> _chunks = [];
    private readonly Stack<int> _withRoom = [];
    private TimeWaitPlace[]? _spare;   // so that a record that comes and goes alone takes no new memory each time

    /// <summary>Places, taken or not; more when it grows.</summary>
    public int Capacity => _chunks.Count * TimeWaitChunk.Size;

    public ref TimeWaitPlace this[int index] => ref ChunkOf(index)[index % TimeWaitChunk.Size];

    public bool IsTaken(int index) => ChunkOf(index).IsTaken(index % TimeWaitChunk.Size);

    public FourTuple Tuple(int index) => ChunkOf(index).Tuple(index % TimeWaitChunk.Size);

    public int Take(in FourTuple tuple)
    {
        if (_withRoom.Count == 0)
        {
            _withRoom.Push(_chunks.Count);
            _chunks.Add(new TimeWaitChunk());
        }

        var number = _withRoom.Peek();
        var chunk = _chunks[number];
        var offset = chunk.Take(in tuple, ref _spare);
        if (chunk.Count == TimeWaitChunk.Size)
        {
            _withRoom.Pop();
        }

        return (number * TimeWaitChunk.Size) + offset;
    }

    public void Return(int index)
    {
        var chunk = ChunkOf(index);
        if (chunk.Count == TimeWaitChunk.Size)
        {
            _withRoom.Push(index / TimeWaitChunk.Size);
        }

        chunk.Return(index % TimeWaitChunk.Size, ref _spare);
    }

    private TimeWaitChunk ChunkOf(int index) => _chunks[index / TimeWaitChunk.Size];
}
