namespace ActorTcp.Cli;

/// <summary>A setting that reads otherwise than before.</summary>
internal sealed record SettingChange(Setting Setting, string Before, string After)
{
    /// <param name="before">What is not there had its default.</param>
    public static IEnumerable<SettingChange> Between(IReadOnlyDictionary<Setting, Chosen> before, IReadOnlyDictionary<Setting, Chosen> after) =>
        from setting in after.Keys
        let former = before.GetValueOrDefault(setting, Chosen.ByDefault)
        where former.Meaning != after[setting].Meaning
        select new SettingChange(setting, former.Written, after[setting].Written);

    public override string ToString() => Before == After ? $"{Setting.Name}: {After} has another content, which is read" : $"{Setting.Name}: {Before} becomes {After}";
}
