namespace ActorTcp.SystemTests;

/// <summary>Where the solution is, above the folder of this program.</summary>
internal static class SourceFolder
{
    private static readonly string Root = Find();

    public static string At(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorTcp.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
