using System.Globalization;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>A service on a port, as <c>--service</c> has it: PORT=NAME or PORT=NAME:TEXT.</summary>
/// <param name="Text">What follows the colon, for a service that takes a text; else null.</param>
internal sealed record ServiceBinding(ushort Port, string Name, string? Text)
{
    /// <exception cref="FormatException">The message names the valid values.</exception>
    public static ServiceBinding Parse(string text)
    {
        var (port, (name, argument)) = text.Split('=', 2) is [var head, var tail]
            ? (head, tail.Split(':', 2) is [var before, var after] ? (before, after) : (tail, null))
            : throw new FormatException($"Valid: PORT=SERVICE with one of {ServiceCatalog.Names}.");
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new FormatException($"'{port}' is no port. Valid: 1 to 65535, or 0 for every other port.");
        }

        var kind = ServiceCatalog.Find(name) ?? throw new FormatException($"unknown service '{name}'. Valid: {ServiceCatalog.Names}.");
        if (kind.Argument is null != argument is null)
        {
            throw new FormatException(kind.Argument is null ? $"{name} takes no text. Valid: {port}={name}." : $"{name} of what? Valid: {port}={kind}.");
        }

        if (name == "proxy")
        {
            ProxySettings.Server(argument!);
        }

        return new ServiceBinding(number, name, argument);
    }

    /// <summary>The listener that it needs on a stack.</summary>
    public ListenOptions On(TcpStack stack, ProxySettings proxy) =>
        ServiceCatalog.Find(Name)!.Listen(new ServiceStart(stack, Port, Text ?? "", proxy)) with { Name = Name };

    public override string ToString() => Text is null ? $"{Port}={Name}" : $"{Port}={Name}:{Text}";
}
