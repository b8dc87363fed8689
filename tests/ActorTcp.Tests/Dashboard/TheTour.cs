using ActorTcp.Dashboard;
using ActorTcp.Lab;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Dashboard;

/// <summary>Words and packets of the tour fit together, whatever numbers chance brings.</summary>
public sealed class TheTour
{
    public static TheoryData<string> Chapters => [.. TourChapters.All.Select(chapter => chapter.Name)];

    [Theory, MemberData(nameof(Chapters))]
    public void Has_a_moment_of_its_own_for_each_paragraph(string name)
    {
        var lesson = Begin(name, seed: 1);
        var told = new List<int>();
        for (var position = 0; position < lesson.Recording.Instants.Count; position++)
        {
            lesson.Position = position;
            told.Add(lesson.Passage);
        }

        Assert.Equal(Enumerable.Range(0, lesson.Chapter.Passages.Count), told.Distinct());
        Assert.Equal(told.Order(), told);
    }

    [Theory, MemberData(nameof(Chapters))]
    public void Goes_to_where_a_paragraph_begins(string name)
    {
        var lesson = Begin(name, seed: 2);
        for (var passage = 0; passage < lesson.Chapter.Passages.Count; passage++)
        {
            lesson.GoTo(passage);
            Assert.Equal(passage, lesson.Passage);
        }
    }

    [Theory, MemberData(nameof(Chapters))]
    public void Asks_a_question_with_one_right_answer_and_no_answer_twice(string name)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var question = Begin(name, seed).Question;
            Assert.InRange(question.Right, 0, question.Answers.Count - 1);
            Assert.Equal(question.Answers.Distinct(), question.Answers);
        }
    }

    [Fact]
    public void Calls_sequence_numbers_by_the_names_of_the_textbook()
    {
        var lesson = Begin("old", seed: 3);
        var syns = lesson.Recording.Flights.Where(flight => flight.ToRight && flight.Has(ControlBits.Syn)).Select(flight => lesson.Isns.Name(flight.Seq, ofClient: true));
        var reset = lesson.Recording.Flights.First(flight => flight.Has(ControlBits.Rst));

        Assert.Equal(["client_isn", "client_isn′"], syns);
        Assert.Equal("client_isn + 1", lesson.Isns.Name(reset.Seq, ofClient: true));
    }

    [Theory, MemberData(nameof(Chapters))]
    public void Knows_the_name_of_every_number_of_the_client_and_to_it(string name)
    {
        var lesson = Begin(name, seed: 6);
        var ours = lesson.Recording.Flights.Where(flight => flight.Source.Equals(Sockets.Client) || flight.Destination.Equals(Sockets.Client));
        Assert.All(ours, flight => Assert.StartsWith(flight.ToRight ? "client_isn" : "server_isn", lesson.Isns.Name(flight.Seq, flight.ToRight), StringComparison.Ordinal));
    }

    [Fact]
    public void Stops_at_both_ends()
    {
        var lesson = Begin("handshake", seed: 4);
        lesson.Position--;
        Assert.Equal(0, lesson.Position);
        lesson.Position = 100;
        Assert.True(lesson.IsAtEnd);
    }

    private static Lesson Begin(string name, int seed) => new(TourChapters.Find(name)!, new Staging { Seed = seed });
}
