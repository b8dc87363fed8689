namespace ActorTcp.Dashboard;

/// <summary>The tour, in its order.</summary>
internal static class TourChapters
{
    public static IReadOnlyList<Chapter> All { get; } =
    [
        HandshakeChapter.Chapter, NumbersChapter.Chapter, AllocationChapter.Chapter, DataChapter.Chapter, TeardownChapter.Chapter, WasteChapter.Chapter, LateSynChapter.Chapter,
        OldSynChapter.Chapter,
    ];

    /// <summary>Without a name, the first.</summary>
    public static Chapter? Find(string? name) => name is null ? All[0] : All.FirstOrDefault(chapter => chapter.Name == name);
}
