using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary><c>actortcp lab</c>: SYN floods in networks of one's own, every mitigation side by side.</summary>
internal sealed class LabCommand : Command
{
    public LabCommand()
        : base("lab", "Floods a server in a network of its own, and shows what each policy against SYN floods is worth.")
    {
        Add(new LabListCommand());
        Add(new LabExplainCommand());
        Add(new LabRunCommand());
    }
}
