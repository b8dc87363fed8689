using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>A million events that a hostile peer, a whimsical user and a jumping clock might think of: nothing throws, and what must hold holds.</summary>
public sealed class RandomWalk
{
    private const int Steps = 1_000_000;
    private const int StepsPerConnection = 400;

    [Fact]
    public void Keeps_its_invariants_in_every_state()
    {
        var visits = new int[(int)TimeWait + 1];
        for (var seed = 0; seed < Steps / StepsPerConnection; seed++)
        {
            var walk = new Walk(new Random(seed));
            for (var step = 0; step < StepsPerConnection; step++)
            {
                walk.Step();
                visits[(int)walk.Tcb.State]++;
                Assert.True(walk.Broken is null, $"seed {seed}, step {step}: {walk.Broken}: {walk.Tcb}");
            }
        }

        Assert.All(visits, count => Assert.True(count > Steps / 2000, string.Join(' ', visits)));
    }

    private sealed class Walk
    {
        private readonly Random _random;
        private readonly Machine _machine;
        private SeqNum _edge;

        public Walk(Random random)
        {
            _random = random;
            _machine = new Machine(Settings(random), Any(), mtu: random.Next(100, 9000), isV4: random.Next(2) == 0);
            Tcb.RemoteSpecified = true;
            _machine.Call<CallResult>(random.Next(3) == 0 ? OpenCall.Active : OpenCall.Passive);
        }

        public Tcb Tcb => _machine.Tcb;

        /// <summary>The invariant that does not hold, or null.</summary>
        public string? Broken =>
            Tcb.Snd.Una > Tcb.Snd.Cursor || Tcb.Snd.Cursor > Tcb.Snd.Nxt || Tcb.Snd.Nxt > Tcb.Snd.End + 1 ? "UNA ≤ cursor ≤ NXT ≤ end + 1"
            : Tcb.State is Closed or Listen && Tcb.Timers.NextDue != TimeSpan.MaxValue ? "no connection, no timers"
            : Tcb.State is Closed or Listen ? null
            : Tcb.Rcv.Edge < _edge ? "the right edge never moves left"
            : Tcb.Snd.Una != Tcb.Snd.Nxt && !IsRepeating ? "what is in flight has a timer"
            : Tcb.State.MaySend() && Tcb.Snd.HasWork && !(IsRepeating && Tcb.Timers.IsRunning(Timer.User)) ? "what waits has a timer, and an end"
            : IsRepeating && !Tcb.Snd.HasWork ? "a timer has something to do"
            : Tcb.Timers.IsRunning(Timer.Retransmission) && Tcb.Timers.IsRunning(Timer.Persist) ? "one of them at a time"
            : Tcb.Timers.NextDue <= _machine.Now ? "no timer is late"
            : Tcb.Rcv.AckDue is AckDue.Now or AckDue.Duplicate ? "no acknowledgment is owed"
            : Tcb.State == TimeWait && !Tcb.Timers.IsRunning(Timer.TimeWait) ? "TIME-WAIT ends"
            : Tcb.State.IsSynchronized() && Tcb.Congestion.Size == 0 ? "cwnd is never zero"
            : Tcb.Rcv.Unread < 0 || Tcb.Rcv.Unread > Tcb.ReceiveBuffer ? "no more than the buffer holds"
            : null;

        private bool IsRepeating => Tcb.Timers.IsRunning(Timer.Retransmission) || Tcb.Timers.IsRunning(Timer.Persist);

        public void Step()
        {
            var before = Tcb.State;
            _edge = Tcb.Rcv.Edge;
            Act();
            _edge = before is Closed or Listen or SynSent || Tcb.State == Listen ? Tcb.Rcv.Edge : _edge;
            _machine.Sent.Clear();
            _machine.Signals.Clear();
        }

        private void Act()
        {
            switch (_random.Next(20))
            {
                case 0:
                    _machine.Advance(TimeSpan.FromMilliseconds(Math.Pow(10, _random.NextDouble() * 6)));
                    break;
                case 1 or 2:
                    _machine.Advance(TimeSpan.FromMilliseconds(_random.Next(300)));
                    break;
                case 3 or 4:
                    _machine.Send(new byte[_random.Next(4000)], urgent: _random.Next(10) == 0);
                    break;
                case 5 or 6:
                    _machine.Call((tcb, fx) => ReceiveCall.Process(tcb, _random.Next(tcb.Rcv.Unread + 1), fx));
                    break;
                case 7 when _random.Next(10) == 0:
                    _machine.Call((tcb, fx) => CloseCall.Process(tcb, (CloseKind)_random.Next(2), fx));
                    break;
                case 7 when _random.Next(50) == 0:
                    _machine.Call<CallResult>(AbortCall.Process);
                    break;
                case 8 when _random.Next(10) == 0:
                    Report();
                    break;
                case > 8 and < 14 when Tcb.State == Closed:
                    _machine.Call<CallResult>(_random.Next(3) == 0 ? OpenCall.Active : OpenCall.Passive);
                    break;
                default:
                    _machine.Arrives(Segment());
                    break;
            }
        }

        private void Report()
        {
            var quoted = Near(Tcb.Snd.Una);
            _machine.Call((tcb, fx) =>
            {
                IcmpArrives.Unreachable(tcb, quoted, isHard: _random.Next(2) == 0, fx);
                IcmpArrives.PacketTooBig(tcb, quoted, _random.Next(2000), fx);
                return CallResult.Ok;
            });
        }

        /// <summary>Mostly what a peer would send, at or near the numbers that count.</summary>
        private SegmentCopy Segment()
        {
            var control = _random.Next(10) == 0 ? (ControlBits)_random.Next(64)
                : Tcb.State == Listen || (Tcb.State == SynSent && _random.Next(2) == 0) ? ControlBits.Syn
                : Tcb.State == SynSent ? ControlBits.Syn | ControlBits.Ack
                : ControlBits.Ack | (_random.Next(60) == 0 ? ControlBits.Fin : 0);
            var text = _random.Next(2) == 0 ? new byte[_random.Next(1600)] : [];
            var wnd = _random.Next(4) == 0 ? 0 : _random.Next(65536);
            return new SegmentCopy(Near(Tcb.Rcv.Nxt), Near(_random.Next(2) == 0 ? Tcb.Snd.Nxt : Tcb.Snd.Una), control, (ushort)wnd, text)
            {
                Up = (ushort)_random.Next(65536),
                Options = Options(),
            };
        }

        private TcpOptions Options()
        {
            var options = new TcpOptions
            {
                Present = (Tcb.State is Listen or SynSent ? (OptionKinds)_random.Next(256) & SynOptions : Tcb.Negotiated & OptionKinds.Timestamps) | OptionKinds.Mss,
                Mss = (ushort)_random.Next(2000),
                WindowScale = (byte)_random.Next(16),
                TsVal = Tcb.Timestamps.Recent + (uint)_random.Next(-1, 3),
                TsEcr = (uint)_random.Next(),
            };
            for (; options.SackCount < _random.Next(4); options.SackCount++)
            {
                var left = Near(Tcb.Snd.Una) + (uint)_random.Next(5000);
                options.Sacks[options.SackCount] = new SackBlock(left, left + (uint)_random.Next(-2, 3000));
                options.Present |= OptionKinds.Sack;
            }

            return options;
        }

        private static OptionKinds SynOptions => OptionKinds.WindowScale | OptionKinds.Timestamps | OptionKinds.SackPermitted;

        private SeqNum Near(SeqNum number) => _random.Next(8) switch
        {
            0 => number + unchecked((uint)_random.Next(-70_000, 70_000)),
            1 => number + unchecked((uint)_random.Next(-2000, 2000)),
            2 => number + unchecked((uint)_random.Next(-2, 3)),
            3 when _random.Next(20) == 0 => Any(),
            _ => number,
        };

        private SeqNum Any() => new((uint)_random.NextInt64(1L << 32));

        private static ConnectionSettings Settings(Random random) => new()
        {
            ReceiveBuffer = random.Next(4) == 0 ? random.Next(1, 100) : random.Next(1, 200_000),
            ReceiveBufferLimit = random.Next(1, 1_000_000),
            SendBuffer = random.Next(1, 50_000),
            Nagle = random.Next(2) == 0,
            KeepAlive = random.Next(2) == 0 ? 10.Seconds() : null,
            TimeWaitIgnoresReset = random.Next(2) == 0,
            InitialWindow = random.Next(1, 11),
        };
    }
}
