using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>Segments that split and join, against a dictionary that does the same.</summary>
public sealed class HashTables
{
    /// <param name="hashes">How many different hashes there are: with few of them, everything collides.</param>
    [Theory, InlineData(1), InlineData(7), InlineData(5_000), InlineData(int.MaxValue)]
    public void Hold_what_a_dictionary_holds_while_they_grow_and_shrink(int hashes)
    {
        var random = new Random(hashes);
        var most = Math.Min(20_000, hashes * 400L);
        var (table, model) = (new HashTable<int>(), new Dictionary<int, uint>());
        foreach (var chance in new[] { 0.9, 0.5, 0.1 })   // that a value is added and not removed
        {
            for (var step = 0; step < 2 * most; step++)
            {
                var value = random.Next((int)most);
                if (random.NextDouble() < chance == model.ContainsKey(value))
                {
                    continue;
                }

                if (model.Remove(value, out var hash))
                {
                    Assert.True(table.Remove(hash, value));
                    Assert.False(table.Remove(hash, value));
                }
                else
                {
                    hash = (uint)random.Next(hashes);
                    table.Add(hash, value);
                    model.Add(value, hash);
                }

                Assert.Equal(model.ContainsKey(value), Has(table, hash, value));
            }

            Assert.All(model, each => Assert.True(Has(table, each.Value, each.Key)));
            Assert.Equal(model.Keys.Order(), Everything(table).Order());
        }
    }

    /// <summary>On one of 64 shards the first six bits of all hashes are the same.</summary>
    [Fact]
    public void Spread_hashes_whose_first_bits_are_all_the_same()
    {
        var (random, table) = (new Random(1), new HashTable<int>());
        for (var i = 0; i < 20_000; i++)
        {
            table.Add((0x5Au << 26) | (uint)random.Next(1 << 26), i);
        }

        Assert.InRange(Segments(table), 10, 16);
    }

    [Fact]
    public void Take_memory_in_small_pieces_whatever_they_hold()
    {
        var (random, table) = (new Random(1), new HashTable<object>());
        var largest = 0L;
        for (var i = 0; i < 200_000; i++)
        {
            var hash = (uint)random.NextInt64(uint.MaxValue);
            var before = GC.GetAllocatedBytesForCurrentThread();
            table.Add(hash, table);
            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(largest, 1, 64 * 1024);
    }

    [Fact]
    public void Are_one_segment_again_when_everything_has_left()
    {
        var table = Filled(50_000, out var hashes);
        Assert.InRange(Segments(table), 25, 64);
        for (var i = 0; i < hashes.Length; i++)
        {
            table.Remove(hashes[i], i);
        }

        Assert.Equal(1, Segments(table));
        Assert.Empty(Everything(table));
    }

    [Fact]
    public void Show_what_stays_exactly_once_to_whoever_looks_while_they_change()
    {
        const int stay = 20_000;
        var table = Filled(stay, out _);
        var (random, passing, seen) = (new Random(2), new Queue<uint>(), new List<int>());
        for (uint? from = 0; from is not null;)
        {
            from = table.Look(from.Value, seen.Add);
            for (var i = 0; i < 30_000 && seen.Count < stay / 2; i++)
            {
                var hash = (uint)random.NextInt64(uint.MaxValue);
                passing.Enqueue(hash);
                table.Add(hash, -1);
            }

            while (seen.Count > stay / 2 && passing.TryDequeue(out var left))
            {
                table.Remove(left, -1);
            }
        }

        Assert.Equal(Enumerable.Range(0, stay), seen.Where(static value => value >= 0).Order());
    }

    private static HashTable<int> Filled(int count, out uint[] hashes)
    {
        var (random, table) = (new Random(1), new HashTable<int>());
        hashes = [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue))];
        for (var i = 0; i < count; i++)
        {
            table.Add(hashes[i], i);
        }

        return table;
    }

    private static bool Has(HashTable<int> table, uint hash, int value)
    {
        foreach (var place in table.With(hash))
        {
            if (place.Value == value)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> Everything(HashTable<int> table)
    {
        var values = new List<int>();
        for (uint? from = 0; from is not null;)
        {
            from = table.Look(from.Value, values.Add);
        }

        return values;
    }

    private static int Segments(HashTable<int> table)
    {
        var looks = 0;
        for (uint? from = 0; from is not null; looks++)
        {
            from = table.Look(from.Value, static _ => { });
        }

        return looks;
    }
}
