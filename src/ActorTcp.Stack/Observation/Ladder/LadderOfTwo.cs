using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A ladder from the histories of both ends: the steps of both in one order, a segment drawn where it leaves, and again where it arrives if that is another moment.</summary>
internal sealed class LadderOfTwo
{
    /// <summary>A segment that takes longer is drawn leaving and arriving.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly List<(LadderStep Step, bool IsLeft)> _steps;
    private readonly LadderOrigins _origins;
    private readonly List<LadderRung> _rungs;
    private readonly HashSet<LadderStep> _drawnWhole = [];
    private TcpState _left;
    private TcpState _right;

    private LadderOfTwo(LadderEnd left, LadderEnd right)
    {
        var (leftSteps, rightSteps) = (LadderSteps.Of(left), LadderSteps.Of(right));
        LadderMatch.Match(leftSteps, rightSteps);
        LadderMatch.Match(rightSteps, leftSteps);
        _steps = LadderMatch.Merge(leftSteps, rightSteps);
        _origins = LadderOrigins.Of(left, right);
        (_left, _right) = (LadderSteps.Before(left), LadderSteps.Before(right));
        _rungs = [LadderRung.Beginning(_steps is [var first, ..] ? first.Step.At : default, _left, _right)];
    }

    public static List<LadderRung> Draw(LadderEnd left, LadderEnd right)
    {
        var drawing = new LadderOfTwo(left, right);
        for (var i = 0; i < drawing._steps.Count; i++)
        {
            drawing.Draw(i);
        }

        return drawing._rungs;
    }

    private void Draw(int index)
    {
        var (step, isLeft) = _steps[index];
        if (step.Sends)
        {
            var arrival = step.Other is { } other ? _steps.FindIndex(entry => entry.Step == other) : -1;
            var passage = arrival < 0 ? (IsThere(!isLeft, index) ? LadderPassage.Lost : LadderPassage.Whole)
                : IsOvertaken(index, arrival) ? LadderPassage.Departs
                : LadderPassage.Whole;
            Add(step, isLeft, passage, passage == LadderPassage.Whole ? step.Other : null);
        }
        else if (!step.Receives)
        {
            Add(step, isLeft, LadderPassage.Whole, other: null);
        }
        else if (step.Other is null || !_drawnWhole.Contains(step.Other))
        {
            var fromNobody = step.Other is null && !IsThere(!isLeft, index);
            Add(step, isLeft, fromNobody ? LadderPassage.Whole : LadderPassage.Arrives, other: null);
        }
    }

    /// <summary>
    /// Whether that end has, or will have, a connection: then it would have told of this segment. One that is gone for good answers without telling.
    /// </summary>
    private bool IsThere(bool isLeft, int index) =>
        (isLeft ? _left : _right) is not (TcpState.Closed or TcpState.Listen or TcpState.TimeWait)
        || _steps.FindIndex(index, entry => entry.IsLeft == isLeft) >= 0;

    /// <summary>Between departure and arrival the receiving end has entered a state for another reason.</summary>
    private bool IsOvertaken(int departure, int arrival)
    {
        var (sent, isLeft) = _steps[departure];
        if (_steps[arrival].Step.At - sent.At > Late)
        {
            return true;
        }

        for (var i = departure + 1; i < arrival; i++)
        {
            var (between, there) = _steps[i];
            var leftEarlier = between.Receives && between.Other is { } other && _steps.FindIndex(entry => entry.Step == other) < departure;
            if (there != isLeft && between.States.Count > 0 && !leftEarlier)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(LadderStep step, bool isLeft, LadderPassage passage, LadderStep? other)
    {
        if (other is not null)
        {
            _drawnWhole.Add(step);
            step.Remark(other.Note);
        }

        var (here, there) = (step.States, other?.States ?? []);
        var toRight = step.Sends == isLeft;
        _rungs.Add(new LadderRung
        {
            At = step.At,
            Segment = step.Sends || step.Receives ? _origins.Number(step.Entry, toRight) : null,
            Entry = step.Sends || step.Receives ? step.Entry : null,
            Passage = passage,
            ToRight = toRight,
            Left = isLeft ? here : there,
            Right = isLeft ? there : here,
            Note = step.Note,
        });
        _left = _rungs[^1].Left is [.., var left] ? left : _left;
        _right = _rungs[^1].Right is [.., var right] ? right : _right;
    }
}
