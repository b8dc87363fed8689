using System.Text;

namespace ActorTcp.Tests.Documentation;

/// <summary>Just enough of a shell's grammar to read what the pages show: words, quotes, comments, and what separates commands.</summary>
internal static class ShellWords
{
    /// <summary>The commands of a line, each as its words; a redirection ends the words.</summary>
    public static IEnumerable<string[]> Commands(string line)
    {
        var words = new List<string>();
        foreach (var (word, isSign) in Words(line))
        {
            if (!isSign)
            {
                words.Add(word);
                continue;
            }

            yield return [.. words];
            words.Clear();
        }

        yield return [.. words];
    }

    private static IEnumerable<(string Word, bool IsSign)> Words(string line)
    {
        var (word, quote, isBegun) = (new StringBuilder(), '\0', false);
        foreach (var sign in line)
        {
            if (quote != '\0' ? sign == quote : sign is '\'' or '"')
            {
                (quote, isBegun) = (quote == '\0' ? sign : '\0', true);
            }
            else if (quote != '\0' || !(char.IsWhiteSpace(sign) || sign is '|' or '&' or ';' or '>' or '<' or '(' or ')' || (sign == '#' && !isBegun)))
            {
                word.Append(sign);
                isBegun = true;
            }
            else
            {
                if (isBegun)
                {
                    yield return (word.ToString(), false);
                    word.Clear();
                    isBegun = false;
                }

                if (sign == '#')
                {
                    yield break;
                }

                if (!char.IsWhiteSpace(sign))
                {
                    yield return (sign.ToString(), true);
                }
            }
        }

        if (isBegun)
        {
            yield return (word.ToString(), false);
        }
    }
}
