using ActorTcp.Lab;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Lab;

/// <summary>What the tour steps through: every segment, and both ends after each.</summary>
public sealed class ARecording
{
    private static readonly Staging Seeded = new() { Seed = 5 };

    [Fact]
    public void Has_a_moment_for_each_step_of_the_handshake()
    {
        var recording = Whole().Part(TimeSpan.Zero, TimeSpan.FromMilliseconds(30));

        Assert.Equal(
            [
                (TcpState.Closed, TcpState.Listen), (TcpState.SynSent, TcpState.Listen), (TcpState.SynSent, TcpState.SynReceived),
                (TcpState.Established, TcpState.SynReceived), (TcpState.Established, TcpState.Established),
            ],
            recording.Instants.Select(instant => (instant.Left.State, instant.Right.State)));
        Assert.Equal([ControlBits.Syn, ControlBits.Syn | ControlBits.Ack, ControlBits.Ack], recording.Flights.Select(flight => flight.Control));
    }

    [Fact]
    public void Knows_the_variables_of_an_end_from_its_syn_to_its_end()
    {
        var moments = Whole().Instants;

        Assert.Null(moments[0].Left.Variables);
        Assert.Equal((null, 1u), (moments[1].Left.Variables!.Irs, moments[1].Left.Variables!.SndNxt.After(moments[1].Left.Variables!.SndUna)));
        Assert.Equal(moments[1].Left.Variables!.Iss, moments[2].Right.Variables!.Irs);
        Assert.Equal((TcpState.Closed, null), (moments[^1].Left.State, moments[^1].Left.Variables));
    }

    [Fact]
    public void Shows_buffers_only_while_there_is_text_in_them()
    {
        var moments = Whole().Instants;
        Assert.All(moments, instant => Assert.Equal(instant.Right.Variables is { SendBuffer: > 0 }, instant.Right.Lent > 0));
        Assert.Contains(moments, instant => instant.Right.Lent > 0);
    }

    [Fact]
    public void Marks_the_segments_for_which_the_server_had_no_place()
    {
        var waste = HalfOpenWaste.Run(Seeded);
        Assert.Equal(waste.Dropped, waste.Recording.Flights.Count(flight => flight.WasDropped));
        Assert.All(waste.Recording.Flights.Where(flight => flight.WasDropped), flight => Assert.Equal(Sockets.Client, flight.Source));
        Assert.Equal(HalfOpenWaste.Limit, waste.Recording.Instants.Max(instant => instant.Right.HalfOpen));
    }

    [Fact]
    public void Sees_a_segment_under_way_from_its_departure_to_its_arrival()
    {
        var late = DelayedDuplicate.AfterTheConnection(Seeded).Recording.Flights[0];

        Assert.Equal(TimeSpan.FromSeconds(12), late.Arrived);
        Assert.True(late.IsUnderWay(TimeSpan.Zero) && late.IsUnderWay(TimeSpan.FromSeconds(11.9)));
        Assert.False(late.IsUnderWay(TimeSpan.FromSeconds(12)));
    }

    [Fact]
    public void Of_a_syn_with_the_policy_textbook_tells_buffers_that_other_policies_do_without()
    {
        var costs = SynCost.Measure().ToDictionary(cost => cost.Policy);

        Assert.True(costs[HalfOpenPolicy.Textbook].Buffers > 0);
        Assert.Equal((0, 0), (costs[HalfOpenPolicy.Hybrid].Buffers, costs[HalfOpenPolicy.Cookies].Buffers));
        Assert.True(costs[HalfOpenPolicy.Hybrid].Objects > costs[HalfOpenPolicy.Cookies].Objects);
    }

    private static Recording Whole()
    {
        var conversation = new MemoryConversation(Seeded);
        conversation.Talk();
        conversation.Rest();
        return conversation.Recording;
    }
}
