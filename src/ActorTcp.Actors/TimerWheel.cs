using System.Numerics;

namespace ActorTcp.Actors;

/// <summary>
/// A hierarchical timing wheel (Varghese and Lauck 1987, scheme 7) of one-millisecond ticks: an alarm stands on the level of the highest group of six
/// bits in which its tick differs from the present one, and comes down a level whenever its slot comes up. Setting, moving and clearing are O(1).
/// It is lazy: a due time moved into the future is a write to the alarm, and the alarm is filed anew when its old slot comes up.
/// </summary>
internal sealed class TimerWheel
{
    private const int GroupBits = 6;
    private const int SlotsPerLevel = 1 << GroupBits;
    private const int Levels = 9;   // 54 bits of milliseconds: every TimeSpan

    private readonly Alarm?[] _slots = new Alarm?[Levels * SlotsPerLevel];
    private readonly ulong[] _occupied = new ulong[Levels];
    private uint _occupiedLevels;

    /// <summary>No alarm stands in an earlier tick.</summary>
    private long _tick;

    /// <summary>The earliest time at which the wheel has work to do: the next alarm goes off no earlier. Null when nothing is filed.</summary>
    public TimeSpan? NextDue => FirstSlot(out long comes) < 0 ? null : TimeSpan.FromTicks(comes * TimeSpan.TicksPerMillisecond);

    /// <summary>Sets the alarm, whether or not it was set before. A time in the past means: at once.</summary>
    public void Set(Alarm alarm, TimeSpan due)
    {
        alarm.RingsAt = due;
        if (alarm.NextInSlot is not null)
        {
            if (TickOf(due) >= Comes(alarm.WheelSlot)) return;
            Unlink(alarm);
        }

        if (due != Alarm.Never) File(alarm);
    }

    /// <summary>Takes the alarm out of its slot, so that the wheel no longer holds it.</summary>
    public void Remove(Alarm alarm)
    {
        alarm.RingsAt = Alarm.Never;
        if (alarm.NextInSlot is not null) Unlink(alarm);
    }

    /// <summary>Takes the next alarm that is due, in the order of ticks, or null.</summary>
    /// <param name="now">The present; it never goes back.</param>
    /// <param name="budget">How many alarms may be touched, counted down; null at zero says nothing about what is left.</param>
    public Alarm? Take(TimeSpan now, ref int budget)
    {
        long present = now.Ticks / TimeSpan.TicksPerMillisecond;
        int slot;
        while ((slot = FirstSlot(out long comes)) >= 0 && comes <= present)
        {
            if (budget-- <= 0) return null;
            _tick = long.Max(_tick, comes);
            Alarm alarm = _slots[slot]!;
            Unlink(alarm);
            if (TickOf(alarm.RingsAt) <= _tick)
            {
                alarm.RingsAt = Alarm.Never;
                return alarm;
            }

            if (alarm.RingsAt != Alarm.Never) File(alarm);
        }

        _tick = long.Max(_tick, present);
        return null;
    }

    /// <summary>The first tick that is not before the due time: an alarm is never early.</summary>
    private static long TickOf(TimeSpan due)
    {
        (long tick, long rest) = long.DivRem(due.Ticks, TimeSpan.TicksPerMillisecond);
        return rest > 0 ? tick + 1 : tick;
    }

    /// <summary>The tick at which a slot comes up: the present one with the slot's group put in and the groups below it zero.</summary>
    private long Comes(int slot)
    {
        int shift = slot / SlotsPerLevel * GroupBits;
        long above = _tick >> (shift + GroupBits) << GroupBits;
        return (above | ((uint)slot % SlotsPerLevel)) << shift;
    }

    /// <summary>The slot that comes up first; of several, the one on the highest level, whose alarms were filed earlier.</summary>
    private int FirstSlot(out long comes)
    {
        int first = -1;
        comes = long.MaxValue;
        for (uint levels = _occupiedLevels; levels != 0;)
        {
            int level = BitOperations.Log2(levels);
            levels ^= 1u << level;
            int slot = (level * SlotsPerLevel) + BitOperations.TrailingZeroCount(_occupied[level]);
            long tick = Comes(slot);
            if (tick < comes) (first, comes) = (slot, tick);
        }

        return first;
    }

    private void File(Alarm alarm)
    {
        long tick = long.Max(TickOf(alarm.RingsAt), _tick);
        int level = BitOperations.Log2((ulong)(tick ^ _tick) | 1) / GroupBits;
        int group = (int)(tick >> (level * GroupBits)) & (SlotsPerLevel - 1);
        int slot = (level * SlotsPerLevel) + group;
        alarm.WheelSlot = (short)slot;
        if (_slots[slot] is { } head)
        {
            (alarm.NextInSlot, alarm.PreviousInSlot) = (head, head.PreviousInSlot);
            head.PreviousInSlot!.NextInSlot = alarm;
            head.PreviousInSlot = alarm;
            return;
        }

        alarm.NextInSlot = alarm.PreviousInSlot = _slots[slot] = alarm;
        _occupied[level] |= 1UL << group;
        _occupiedLevels |= 1u << level;
    }

    private void Unlink(Alarm alarm)
    {
        int slot = alarm.WheelSlot;
        if (alarm.NextInSlot == alarm)
        {
            int level = slot / SlotsPerLevel;
            _slots[slot] = null;
            if ((_occupied[level] &= ~(1UL << (slot % SlotsPerLevel))) == 0) _occupiedLevels &= ~(1u << level);
        }
        else
        {
            alarm.NextInSlot!.PreviousInSlot = alarm.PreviousInSlot;
            alarm.PreviousInSlot!.NextInSlot = alarm.NextInSlot;
            if (_slots[slot] == alarm) _slots[slot] = alarm.NextInSlot;
        }

        alarm.NextInSlot = alarm.PreviousInSlot = null;
    }
}
