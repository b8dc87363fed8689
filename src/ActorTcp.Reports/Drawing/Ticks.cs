namespace ActorTcp.Reports;

/// <summary>Where an axis is marked: round numbers only.</summary>
internal static class Ticks
{
    private static readonly int[] Upwards = [1, 2, 5, 10];

    /// <summary>The least of 1, 2, 5 times a power of ten that is not less than <paramref name="least"/>.</summary>
    public static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Upwards.Select(each => each * power).First(each => each >= least * (1 - 1e-9));
    }

    /// <summary>Multiples of one step, in steps of <paramref name="size"/> times 1, 2 or 5, about <paramref name="count"/> of them.</summary>
    public static List<double> Linear(double from, double to, int count, double size)
    {
        var step = Step((to - from) / size / count) * size;
        var first = Math.Ceiling((from / step) - 1e-9);
        var last = Math.Floor((to / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(k => (first + k) * step)];
    }

    /// <summary>Decades, thinned to at most <paramref name="count"/>; 1, 2, 5 within them where there are fewer than two.</summary>
    public static List<double> Log(double from, double to, int count)
    {
        var decades = Powers(from, to);
        if (decades.Count < 3)
        {
            var within = Within(from, to, [1, 2, 5]);
            return within.Count <= count ? within : decades;
        }

        var every = (int)Math.Ceiling((double)decades.Count / count);
        return [.. decades.Where((_, index) => index % every == 0)];
    }

    /// <summary>2…9 of each decade, while there are few enough decades to tell them apart.</summary>
    public static List<double> BetweenDecades(double from, double to) => Powers(from, to).Count > 9 ? [] : Within(from, to, [2, 3, 4, 5, 6, 7, 8, 9]);

    /// <summary>Powers of two, of four, of sixteen …, so that there are at most <paramref name="count"/>.</summary>
    public static List<double> Binary(double from, double to, int count)
    {
        var first = (int)Math.Ceiling(Math.Log2(from) - 1e-9);
        var last = (int)Math.Floor(Math.Log2(to) + 1e-9);
        var every = 1;
        while ((last - first) / every >= count)
        {
            every += every < 2 ? 1 : 2;
        }

        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(power => power % every == 0).Select(power => Math.Pow(2, power))];
    }

    private static List<double> Powers(double from, double to) => Within(from, to, [1]);

    private static List<double> Within(double from, double to, double[] digits)
    {
        var first = (int)Math.Floor(Math.Log10(from) + 1e-9);
        var last = (int)Math.Floor(Math.Log10(to) + 1e-9);
        return [.. Enumerable.Range(first, last - first + 1).SelectMany(power => digits.Select(digit => digit * Math.Pow(10, power)))
            .Where(value => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9))];
    }
}
