using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class NothingIsAllocated
{
    private readonly ManualTimeProvider _time = new();
    private readonly Shard _shard;

    public NothingIsAllocated() => _shard = new Shard(0, _time, NoParking.Instance);

    [Fact]
    public void By_telling_within_the_shard()
    {
        Relay relay = new();
        _shard.Spawn(relay);

        Assert.Equal(0, OctetsAllocatedBy(() => _shard.Deliver(relay, 1000)));
    }

    [Fact]
    public void By_setting_an_alarm_and_hearing_it()
    {
        Snoozer snoozer = new();
        _shard.Spawn(snoozer);

        Assert.Equal(0, OctetsAllocatedBy(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                _shard.Deliver(snoozer, TimeSpan.FromMilliseconds(i));
                _time.Advance(TimeSpan.FromMilliseconds(i));
                while (_shard.RunOnce())
                {
                }
            }
        }));
        Assert.Equal(2000, snoozer.Wakes);
    }

    private static long OctetsAllocatedBy(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Relay : Actor<int>, IReceive<long>
    {
        void IReceive<long>.Receive(in long message)
        {
            if (message > 0) ActorRef<int>.To(this).Tell((int)message - 1);
        }

        protected override void Receive(in int message)
        {
            if (message > 0) ActorRef<long>.To(this).Tell(message - 1);
        }
    }

    private sealed class Snoozer : Actor<TimeSpan>
    {
        public int Wakes { get; private set; }

        protected override void Receive(in TimeSpan message) => WakeAt(Shard.Now + message);

        protected override void Wake(TimeSpan now) => Wakes++;
    }
}
