namespace ActorTcp.Lab;

/// <summary>Whose addresses the flood bears.</summary>
internal enum SourcePattern
{
    /// <summary>Any address of 10.0.0.0/8, as in Lemon's experiment.</summary>
    Random,

    /// <summary>Any address of one prefix.</summary>
    Prefix,

    /// <summary>Few addresses, each in another prefix.</summary>
    Hosts,
}
