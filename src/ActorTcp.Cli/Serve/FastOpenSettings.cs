using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Whether the ports of <c>actortcp serve</c> offer TCP Fast Open.</summary>
/// <param name="Limit">0 offers none.</param>
internal sealed record FastOpenSettings(int Limit, FastOpenOptions Keys)
{
    private const int KeyLength = 16;

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static FastOpenSettings From(SettingLayers layers) => new(
        layers.One(ServeSettings.FastOpen, Parse.Integer(0, 1_000_000), 0),
        new FastOpenOptions
        {
            KeyPeriod = TimeSpan.FromSeconds(layers.One(ServeSettings.FastOpenRotation, Parse.Integer(1, 31_536_000), (int)new FastOpenOptions().KeyPeriod.TotalSeconds)),
            Keys = layers.One(ServeSettings.FastOpenKeyFile, Key, default),
        });

    public ListenLimits On(ListenLimits limits) => limits with { FastOpenLimit = Limit };

    public TcpStackOptions On(TcpStackOptions stack) => stack with { FastOpen = Keys };

    private static ReadOnlyMemory<byte> Key(string path) => KeyFile.Read(path) is { Length: KeyLength or 2 * KeyLength } key
        ? key
        : throw new FormatException("Valid: a file with 32 hexadecimal digits, or 64 for two keys.");
}
