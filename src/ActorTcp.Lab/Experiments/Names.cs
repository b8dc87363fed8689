namespace ActorTcp.Lab;

/// <summary>Choices by the names under which users know them.</summary>
internal static class Names
{
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>All that there are.</summary>
    public static string Of<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    public static T? TryParse<T>(string name) where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => Of(value!.Value) == name);
}
