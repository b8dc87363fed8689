using System.Globalization;

namespace ActorTcp.Cli;

/// <summary>So many files of a capture are kept.</summary>
/// <param name="Size">From how many octets on a file is full.</param>
internal sealed record CaptureRing(int Files, long Size)
{
    /// <exception cref="BadInputException">The text is none.</exception>
    public static CaptureRing Parse(string text)
    {
        if (text.Split(',') is [var files, var size]
            && int.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= 99_999
            && Octets(size) is >= 1024 and var octets)
        {
            return new CaptureRing(count, octets);
        }

        throw new BadInputException($"--ring {text}: valid are a number of files and the size of each, from 1k on, such as 5,10M.");
    }

    /// <returns>0 for what is no size.</returns>
    private static long Octets(string size)
    {
        var unit = size.ToUpperInvariant() is [.., var last] ? last switch { 'K' => 1L << 10, 'M' => 1L << 20, 'G' => 1L << 30, _ => 1 } : 1;
        return long.TryParse(unit == 1 ? size : size[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue / unit ? number * unit : 0;
    }
}
