using System.CommandLine;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary><c>actortcp lab list</c></summary>
internal sealed class LabListCommand : Command
{
    private const int Width = 100;
    private const int Indent = 12;

    public LabListCommand()
        : base("list", "Names the experiments that come with the program, and what each is to find out.") => SetAction(_ => List(Console.Out));

    private static int List(TextWriter output)
    {
        foreach (var experiment in ExperimentCatalog.All)
        {
            var name = experiment.Name.PadRight(Indent);
            foreach (var line in Lines(experiment.Question, Width - Indent))
            {
                output.WriteLine($"{name}{line}");
                name = new string(' ', Indent);
            }
        }

        return ExitCode.Success;
    }

    private static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
